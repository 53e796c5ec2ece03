import pkg.user
print pkg.user.report()
