def f():
    try: return undefined_a
    except NameError as e: print e
    try: undefined_b += 1
    except UnboundLocalError as e: print e
    try: del undefined_c
    except NameError as e: print type(e).__name__, e
f()
try: print undefined_d
except NameError as e: print e
try: undefined_e()
except NameError as e: print e
try: del undefined_f
except NameError as e: print e
class C:
    try: zz
    except NameError as e: print e
    try: del yy
    except NameError as e: print e
def g():
    global undefined_g
    try: undefined_g
    except NameError as e: print e
    try: del undefined_g
    except NameError as e: print e
g()
