/* Ends the expansion begun by methods_declare.h or methods_table.h. */
#undef METHOD
#undef METHOD_KW
#undef CLASSMETHOD
#undef CLASSMETHOD_KW
#undef STATICMETHOD
#undef FUNCTION
#undef FUNCTION_KW
