import errors_mod
try:
    errors_mod.fail(1)
except errors_mod.AppError as e:
    print repr(e), e.code
errors_mod.fail(2)
