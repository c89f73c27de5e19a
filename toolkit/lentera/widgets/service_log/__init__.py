"""The service log on the screen: five columns, one row for each job, printed for the folder."""
