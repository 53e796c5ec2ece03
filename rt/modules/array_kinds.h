/* The item types of arrays: conversion of one item. */
#ifndef RT_ARRAY_KINDS_H
#define RT_ARRAY_KINDS_H

#include "object.h"

typedef struct ArrayKind {
    char code;
    int size;
    Value (*load)(const char *from);
    /* -1: TypeError or OverflowError; may run Python code. */
    int (*store)(Value v, char *to);
} ArrayKind;

const ArrayKind *array_kind(char code); /* NULL: no such code */

#endif
