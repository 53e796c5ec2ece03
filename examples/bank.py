"""A bank: accounts of several kinds, transactions that roll back, a ledger."""
from collections import OrderedDict


class BankError(Exception):
    pass


class InsufficientFunds(BankError):
    def __init__(self, account, wanted):
        BankError.__init__(self, account.number, wanted)
        self.account, self.wanted = account, wanted

    def __str__(self):
        return '%s has %s, wanted %s' % (
            self.account.number, self.account.balance, self.wanted)


class UnknownAccount(BankError, KeyError):
    def __str__(self):
        return 'no account %s' % self.args[0]


class Money(object):
    """An amount in cents that never loses any."""

    __slots__ = ('cents',)

    def __init__(self, amount=0, cents=None):
        self.cents = int(round(amount * 100)) if cents is None else cents

    def __add__(self, other):
        return Money(cents=self.cents + other.cents)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __sub__(self, other):
        return Money(cents=self.cents - other.cents)

    def __neg__(self):
        return Money(cents=-self.cents)

    def __mul__(self, factor):
        return Money(cents=int(round(self.cents * factor)))

    def __cmp__(self, other):
        return cmp(self.cents, other.cents)

    def __hash__(self):
        return hash(self.cents)

    def __nonzero__(self):
        return self.cents != 0

    def __str__(self):
        sign = '-' if self.cents < 0 else ''
        return '%s%s.%02d' % (sign, '{0:,}'.format(abs(self.cents) / 100),
                              abs(self.cents) % 100)

    def __repr__(self):
        return 'Money(%s)' % self

    def split(self, n):
        """n amounts that differ by a cent at most and sum to this one."""
        share, rest = divmod(self.cents, n)
        return [Money(cents=share + (1 if i < rest else 0)) for i in range(n)]


class Account(object):
    kind = 'account'
    limit = Money(0)

    def __init__(self, number, owner, opening=Money(0)):
        self.number, self.owner, self.balance = number, owner, opening
        self.history = []

    def deposit(self, amount):
        if amount <= Money(0):
            raise ValueError('amount must be positive: %s' % amount)
        self.book('deposit', amount)

    def withdraw(self, amount):
        if self.balance - amount < -self.limit:
            raise InsufficientFunds(self, amount)
        self.book('withdrawal', -amount)

    def book(self, what, amount):
        self.balance += amount
        self.history.append((what, amount, self.balance))

    def month_end(self):
        pass

    def __repr__(self):
        return '<%s %s of %s: %s>' % (self.kind, self.number, self.owner,
                                      self.balance)


class Checking(Account):
    kind = 'checking'

    def __init__(self, number, owner, opening=Money(0), limit=Money(100)):
        super(Checking, self).__init__(number, owner, opening)
        self.limit = limit

    def month_end(self):
        if self.balance < Money(0):
            self.book('overdraft fee', Money(-7.5))


class Savings(Account):
    kind = 'savings'
    rate = 0.02

    def withdraw(self, amount):
        if amount > self.balance * 0.5:
            raise BankError('savings: at most half at a time')
        super(Savings, self).withdraw(amount)

    def month_end(self):
        interest = self.balance * (self.rate / 12)
        if interest:
            self.book('interest', interest)


class Transaction(object):
    """Puts all accounts back when the block ends with an exception."""

    def __init__(self, bank):
        self.bank = bank

    def __enter__(self):
        self.saved = [(a, a.balance, len(a.history))
                      for a in self.bank.accounts.values()]
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.bank.log('commit')
            return False
        for account, balance, events in self.saved:
            account.balance = balance
            del account.history[events:]
        self.bank.log('rollback: %s: %s' % (kind.__name__, value))
        return issubclass(kind, BankError)


class Bank(object):
    kinds = dict((k.kind, k) for k in (Checking, Savings))

    def __init__(self):
        self.accounts, self.events, self.next = OrderedDict(), [], 1001

    def log(self, text):
        self.events.append('%03d %s' % (len(self.events) + 1, text))

    def open(self, kind, owner, opening=0, **options):
        account = self.kinds[kind]('A%d' % self.next, owner, Money(opening),
                                   **options)
        self.next += 1
        self.accounts[account.number] = account
        self.log('opened %r' % account)
        return account.number

    def __getitem__(self, number):
        try:
            return self.accounts[number]
        except KeyError:
            raise UnknownAccount(number)

    def transfer(self, source, target, amount):
        with Transaction(self):
            self[source].withdraw(amount)
            self[target].deposit(amount)
            return True
        return False

    def share(self, source, targets, amount):
        with Transaction(self):
            self[source].withdraw(amount)
            for number, part in zip(targets, amount.split(len(targets))):
                self[number].deposit(part)
            return True
        return False

    def month_end(self):
        for account in self.accounts.itervalues():
            account.month_end()
        self.log('month end')

    def total(self):
        return sum(a.balance for a in self.accounts.values())


def main():
    bank = Bank()
    anna = bank.open('checking', 'Anna', 1200.50)
    ben = bank.open('checking', 'Ben', 30, limit=Money(50))
    carla = bank.open('savings', 'Carla', 10000)
    before = bank.total()
    print 'transfers:', [
        bank.transfer(anna, ben, Money(200.25)),
        bank.transfer(ben, carla, Money(500)),
        bank.transfer(carla, anna, Money(6000)),
        bank.transfer(anna, 'A9999', Money(10)),
        bank.share(carla, [anna, ben, carla], Money(100)),
        bank.transfer(ben, anna, Money(300))]
    print 'nothing lost:', before == bank.total(), before
    for month in range(3):
        bank.month_end()
    try:
        bank.transfer(anna, ben, Money(-5))
    except ValueError as e:
        print 'ValueError:', e
    for account in bank.accounts.values():
        print account
        for what, amount, balance in account.history:
            print '    %-14s %12s %12s' % (what, amount, balance)
    print '\n'.join(bank.events)


if __name__ == '__main__':
    main()
