class Account(object):
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, n):
        if n > self.balance:
            raise ValueError('insufficient funds: %d < %d' % (self.balance, n))
        self.balance -= n

class Old:
    def run(self, acc):
        acc.withdraw(500)

Old().run(Account(100))
