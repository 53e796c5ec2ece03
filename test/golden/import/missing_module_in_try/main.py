try:
    import fast_json_that_does_not_exist as json
except ImportError:
    import json
print json.dumps([1])
def later():
    import missing_later
    return missing_later
try:
    later()
except ImportError as e:
    print e
try:
    from pkg_missing.sub import thing
except ImportError as e:
    print e
try:
    import os.path.join
except ImportError as e:
    print e
import pkg
try:
    import pkg.missing
except ImportError as e:
    print e
try:
    from pkg import missing
except ImportError as e:
    print e
