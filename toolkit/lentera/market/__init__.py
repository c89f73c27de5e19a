"""A village market to practise in: orders, stock, couriers and the cash book. No real payment, ever."""
