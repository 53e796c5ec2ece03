import pkg.user
print pkg.user.result
