/* Views of a dict: viewkeys(), viewvalues(), viewitems(). */
#ifndef RT_DICT_VIEWS_H
#define RT_DICT_VIEWS_H

#include "dict.h"

typedef struct PyDictView {
    PyObject head;
    PyDict *dict;
} PyDictView;

Value dict_view_new(PyType *type, PyDict *d);

#endif
