"""Safe habits online: messages, news, calls, passwords, personal data, a class and payments to practise."""
