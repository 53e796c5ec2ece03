"""The exceptions of distutils."""


class DistutilsError(Exception):
    """All of them."""


class DistutilsModuleError(DistutilsError):
    """A module or class is missing."""


class DistutilsClassError(DistutilsError):
    """A class lacks what it must have."""


class DistutilsGetoptError(DistutilsError):
    """An option table is wrong."""


class DistutilsArgError(DistutilsError):
    """A command line is wrong."""


class DistutilsFileError(DistutilsError):
    """Something about a file."""


class DistutilsOptionError(DistutilsError):
    """Options contradict each other."""


class DistutilsSetupError(DistutilsError):
    """The arguments of setup() are wrong."""


class DistutilsPlatformError(DistutilsError):
    """Not on this system."""


class DistutilsExecError(DistutilsError):
    """A program failed."""


class DistutilsInternalError(DistutilsError):
    """Impossible."""


class DistutilsTemplateError(DistutilsError):
    """A line of MANIFEST.in is wrong."""


class DistutilsByteCompileError(DistutilsError):
    """Compiling to bytecode failed."""


class CCompilerError(Exception):
    """All of the C compiler."""


class PreprocessError(CCompilerError):
    pass


class CompileError(CCompilerError):
    pass


class LibError(CCompilerError):
    pass


class LinkError(CCompilerError):
    pass


class UnknownFileError(CCompilerError):
    pass
