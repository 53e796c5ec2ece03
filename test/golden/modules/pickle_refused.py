# What protocol 2 says of types that cannot be made; hashes of bound methods.
import cPickle
import pickle


def numbers():
    yield 1


for module in cPickle, pickle:
    for protocol in 0, 1, 2:
        for thing in (numbers(), (i for i in []), iter([]), {}.iterkeys(),
                      NotImplemented, Ellipsis, reversed([1])):
            try:
                module.dumps(thing, protocol)
            except Exception as e:
                print e.__class__.__name__, e
for method in [].append, {}.get, 'a'.upper, (1).bit_length, len, [].__len__:
    try:
        print hash(method) == hash(method)
    except TypeError as e:
        print e
