"""Helpers of tests that run the interpreter as another process."""

import sys
import os
import re
import subprocess
import contextlib
import shutil
import tempfile


def _assert_python(expected_success, *args, **env_vars):
    cmd_line = [sys.executable]
    if not env_vars:
        cmd_line.append('-E')
    cmd_line.extend(args)
    env = os.environ.copy()
    env.update(env_vars)
    p = subprocess.Popen(cmd_line, stdin=subprocess.PIPE,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         env=env)
    try:
        out, err = p.communicate()
    finally:
        subprocess._cleanup()
        p.stdout.close()
        p.stderr.close()
    rc = p.returncode
    if (rc and expected_success) or (not rc and not expected_success):
        raise AssertionError("Process return code is %d, stderr follows:\n%s"
                             % (rc, err.decode('ascii', 'ignore')))
    return rc, out, err


def assert_python_ok(*args, **env_vars):
    """Run the interpreter, which must succeed: (status, stdout, stderr)."""
    return _assert_python(True, *args, **env_vars)


def assert_python_failure(*args, **env_vars):
    return _assert_python(False, *args, **env_vars)


def python_exit_code(*args):
    with open(os.devnull, 'w') as devnull:
        return subprocess.call([sys.executable, '-E'] + list(args),
                               stdout=devnull, stderr=subprocess.STDOUT)


def spawn_python(*args, **kwargs):
    return subprocess.Popen([sys.executable, '-E'] + list(args),
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, **kwargs)


def kill_python(p):
    p.stdin.close()
    data = p.stdout.read()
    p.stdout.close()
    p.wait()
    subprocess._cleanup()
    return data


def run_python(*args, **kwargs):
    p = spawn_python(*args, **kwargs)
    p.stdin.close()
    stdout = p.stdout.read()
    p.wait()
    p.stdout.close()
    return p.returncode, stdout


@contextlib.contextmanager
def temp_dir():
    dirname = os.path.realpath(tempfile.mkdtemp())
    try:
        yield dirname
    finally:
        shutil.rmtree(dirname)


def make_script(script_dir, script_basename, source):
    script_name = os.path.join(script_dir, script_basename + os.extsep + 'py')
    with open(script_name, 'w') as script_file:
        script_file.write(source)
    return script_name


def make_pkg(pkg_dir, init_source=''):
    os.mkdir(pkg_dir)
    make_script(pkg_dir, '__init__', init_source)


def make_zip_script(zip_dir, zip_basename, script_name, name_in_zip=None):
    import zipfile
    zip_name = os.path.join(zip_dir, zip_basename + os.extsep + 'zip')
    zip_file = zipfile.ZipFile(zip_name, 'w')
    if name_in_zip is None:
        name_in_zip = os.path.basename(script_name)
    zip_file.write(script_name, name_in_zip)
    zip_file.close()
    return zip_name, os.path.join(zip_name, name_in_zip)


def compile_script(script_name):
    """Checks a script; the name that CPython's bytecode of it would have."""
    import py_compile
    py_compile.compile(script_name, doraise=True)
    return script_name + 'c'


def make_zip_pkg(zip_dir, zip_basename, pkg_name, script_basename, source,
                 depth=1, compiled=False):
    """A zip file of packages inside each other with a script in the last;
    (its name, the script's path in it)."""
    import zipfile
    zip_name = os.path.join(zip_dir, zip_basename + os.extsep + 'zip')
    folders = [os.sep.join([pkg_name] * i) for i in range(1, depth + 1)]
    script_name = make_script(zip_dir, script_basename, source)
    try:
        if compiled:
            compile_script(script_name)
        inside = os.path.join(folders[-1], os.path.basename(script_name))
        with zipfile.ZipFile(zip_name, 'w') as zip_file:
            for folder in folders:
                zip_file.writestr(os.path.join(folder, '__init__.py'), '')
            zip_file.write(script_name, inside)
    finally:
        os.unlink(script_name)
    return zip_name, os.path.join(zip_name, inside)
