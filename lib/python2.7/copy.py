"""Shallow and deep copies of any object."""

import types
import weakref
from copy_reg import dispatch_table

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error



def copy(x):
    """Return a new object that shares x's contents."""
    cls = type(x)
    copier = _copy_dispatch.get(cls)
    if copier:
        return copier(x)
    copier = getattr(cls, "__copy__", None)
    if copier:
        return copier(x)
    return _reconstruct(x, _reduced(x, cls, "un(shallow)copyable object of "
                                            "type %s"), 0)


def _reduced(x, cls, complaint):
    """What the pickle protocol says about x."""
    reductor = dispatch_table.get(cls)
    if reductor:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor:
        return reductor(2)
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    raise Error(complaint % cls)


def _copy_immutable(x):
    return x


def _copy_with_constructor(x):
    return type(x)(x)


def _copy_with_copy_method(x):
    return x.copy()


class _EmptyClass:
    pass


def _empty_instance(cls):
    y = _EmptyClass()
    y.__class__ = cls
    return y


def _copy_inst(x):
    if hasattr(x, '__copy__'):
        return x.__copy__()
    if hasattr(x, '__getinitargs__'):
        y = x.__class__(*x.__getinitargs__())
    else:
        y = _empty_instance(x.__class__)
    if hasattr(x, '__getstate__'):
        state = x.__getstate__()
    else:
        state = x.__dict__
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
    else:
        y.__dict__.update(state)
    return y


_copy_dispatch = {
    list: _copy_with_constructor,
    dict: _copy_with_constructor,
    set: _copy_with_constructor,
    types.InstanceType: _copy_inst,
}
for _t in (type(None), int, long, float, bool, str, unicode, tuple, frozenset,
           type, xrange, types.ClassType, types.BuiltinFunctionType,
           type(Ellipsis), types.FunctionType, types.CodeType, weakref.ref,
           complex):
    _copy_dispatch[_t] = _copy_immutable


def deepcopy(x, memo=None, _nil=[]):
    """Return a copy that shares nothing that can change with x.

    memo maps the ids of objects already copied to their copies.
    """
    if memo is None:
        memo = {}
    d = id(x)
    y = memo.get(d, _nil)
    if y is not _nil:
        return y
    cls = type(x)
    copier = _deepcopy_dispatch.get(cls)
    if copier:
        y = copier(x, memo)
    elif isinstance(x, type):
        y = x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier:
            y = copier(memo)
        else:
            rv = _reduced(x, cls, "un(deep)copyable object of type %s")
            y = _reconstruct(x, rv, 1, memo)
    memo[d] = y
    # The id in the memo is x's only while x lives.
    _keep_alive(x, memo)
    return y


def _deepcopy_atomic(x, memo):
    return x


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    for a in x:
        y.append(deepcopy(a, memo))
    return y


def _deepcopy_tuple(x, memo):
    parts = [deepcopy(a, memo) for a in x]
    d = id(x)
    if d in memo:
        # A cycle through the tuple has copied it meanwhile.
        return memo[d]
    for a, b in zip(x, parts):
        if a is not b:
            y = tuple(parts)
            break
    else:
        y = x
    memo[d] = y
    return y


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.iteritems():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.im_func, deepcopy(x.im_self, memo), x.im_class)


def _deepcopy_inst(x, memo):
    if hasattr(x, '__deepcopy__'):
        return x.__deepcopy__(memo)
    if hasattr(x, '__getinitargs__'):
        args = deepcopy(x.__getinitargs__(), memo)
        y = x.__class__(*args)
    else:
        y = _empty_instance(x.__class__)
    memo[id(x)] = y
    if hasattr(x, '__getstate__'):
        state = x.__getstate__()
    else:
        state = x.__dict__
    state = deepcopy(state, memo)
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
    else:
        y.__dict__.update(state)
    return y


_deepcopy_dispatch = {
    list: _deepcopy_list,
    tuple: _deepcopy_tuple,
    dict: _deepcopy_dict,
    types.MethodType: _deepcopy_method,
    types.InstanceType: _deepcopy_inst,
}
for _t in (type(None), type(Ellipsis), int, long, float, bool, complex, str,
           unicode, types.CodeType, type, xrange, types.ClassType,
           types.BuiltinFunctionType, types.FunctionType, weakref.ref):
    _deepcopy_dispatch[_t] = _deepcopy_atomic
del _t


def _keep_alive(x, memo):
    """Hold x as long as the memo lives; the list stands under the memo's id."""
    key = id(memo)
    if key in memo:
        memo[key].append(x)
    else:
        memo[key] = [x]


def _reconstruct(x, info, deep, memo=None):
    """Build an object from what __reduce__ returned."""
    if isinstance(info, str):
        return x
    assert isinstance(info, tuple)
    if memo is None:
        memo = {}
    n = len(info)
    assert n in (2, 3, 4, 5)
    make, args = info[:2]
    state = info[2] if n > 2 else None
    listiter = info[3] if n > 3 else None
    dictiter = info[4] if n > 4 else None
    if deep:
        args = deepcopy(args, memo)
    y = make(*args)
    memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slotstate = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slotstate = state
            if state is not None:
                y.__dict__.update(state)
            if slotstate is not None:
                for key, value in slotstate.iteritems():
                    setattr(y, key, value)
    if listiter is not None:
        for item in listiter:
            if deep:
                item = deepcopy(item, memo)
            y.append(item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            y[key] = value
    return y
