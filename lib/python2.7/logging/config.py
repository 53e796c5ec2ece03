"""Loggers set up from a file, a dict, or what comes over a socket."""

import cStringIO
import logging
import logging.handlers
import re
import struct
import sys
import threading
import traceback
import types

DEFAULT_LOGGING_CONFIG_PORT = 9030

# The thread that listen() has made.
_listener = None


def fileConfig(fname, defaults=None, disable_existing_loggers=True):
    """Set up from a ConfigParser file, given by name or open."""
    import ConfigParser
    cp = ConfigParser.ConfigParser(defaults)
    if hasattr(fname, 'readline'):
        cp.readfp(fname)
    else:
        cp.read(fname)
    formatters = _create_formatters(cp)
    logging._acquireLock()
    try:
        logging._handlers.clear()
        del logging._handlerList[:]
        handlers = _install_handlers(cp, formatters)
        _install_loggers(cp, handlers, disable_existing_loggers)
    finally:
        logging._releaseLock()


def _resolve(name):
    """The object of a dotted name, modules imported on the way."""
    name = name.split('.')
    used = name.pop(0)
    found = __import__(used)
    for n in name:
        used = used + '.' + n
        try:
            found = getattr(found, n)
        except AttributeError:
            __import__(used)
            found = getattr(found, n)
    return found


def _strip_spaces(alist):
    return [x.strip() for x in alist]


def _encoded(s):
    return s if isinstance(s, str) else s.encode('utf-8')


def _create_formatters(cp):
    flist = cp.get("formatters", "keys")
    if not len(flist):
        return {}
    formatters = {}
    for form in _strip_spaces(flist.split(",")):
        sectname = "formatter_%s" % form
        opts = cp.options(sectname)
        fs = cp.get(sectname, "format", 1) if "format" in opts else None
        dfs = cp.get(sectname, "datefmt", 1) if "datefmt" in opts else None
        c = logging.Formatter
        if "class" in opts:
            class_name = cp.get(sectname, "class")
            if class_name:
                c = _resolve(class_name)
        formatters[form] = c(fs, dfs)
    return formatters


def _install_handlers(cp, formatters):
    hlist = cp.get("handlers", "keys")
    if not len(hlist):
        return {}
    handlers = {}
    # Their targets may come later.
    fixups = []
    for hand in _strip_spaces(hlist.split(",")):
        sectname = "handler_%s" % hand
        klass = cp.get(sectname, "class")
        opts = cp.options(sectname)
        fmt = cp.get(sectname, "formatter") if "formatter" in opts else ""
        try:
            klass = _python(klass)
        except (AttributeError, NameError):
            klass = _resolve(klass)
        args = _python(cp.get(sectname, "args"))
        h = klass(*args)
        if "level" in opts:
            h.setLevel(logging._levelNames[cp.get(sectname, "level")])
        if len(fmt):
            h.setFormatter(formatters[fmt])
        if issubclass(klass, logging.handlers.MemoryHandler):
            target = cp.get(sectname, "target") if "target" in opts else ""
            if len(target):
                fixups.append((h, target))
        handlers[hand] = h
    for h, t in fixups:
        h.setTarget(handlers[t])
    return handlers


def _python(text):
    """The value of an expression over the names of package logging."""
    if re.match(r'[A-Za-z_][\w.]*$', text):
        # A name needs no evaluation.
        found = logging
        for part in text.split('.'):
            found = getattr(found, part)
        return found
    return eval(text, vars(logging))


def _install_loggers(cp, handlers, disable_existing_loggers):
    llist = _strip_spaces(cp.get("loggers", "keys").split(","))
    llist.remove("root")
    sectname = "logger_root"
    root = logging.root
    _set_from_section(cp, root, sectname, handlers)
    existing = list(root.manager.loggerDict.keys())
    existing.sort()
    child_loggers = []
    for log in llist:
        sectname = "logger_%s" % log
        qn = cp.get(sectname, "qualname")
        opts = cp.options(sectname)
        propagate = cp.getint(sectname, "propagate") \
            if "propagate" in opts else 1
        logger = logging.getLogger(qn)
        _take_from_existing(qn, existing, child_loggers)
        _set_from_section(cp, logger, sectname, handlers)
        logger.propagate = propagate
        logger.disabled = 0
    if not disable_existing_loggers:
        for log in existing:
            if log not in child_loggers:
                root.manager.loggerDict[log].disabled = False
    _disable_others(existing, child_loggers, disable_existing_loggers)


def _set_from_section(cp, logger, sectname, handlers):
    opts = cp.options(sectname)
    if "level" in opts:
        logger.setLevel(logging._levelNames[cp.get(sectname, "level")])
    for h in logger.handlers[:]:
        logger.removeHandler(h)
    hlist = cp.get(sectname, "handlers")
    if len(hlist):
        for hand in _strip_spaces(hlist.split(",")):
            logger.addHandler(handlers[hand])


def _take_from_existing(name, existing, child_loggers):
    """Take a logger that is set up off the list; note those below it."""
    if name in existing:
        i = existing.index(name) + 1
        prefixed = name + "."
        while i < len(existing):
            if existing[i].startswith(prefixed):
                child_loggers.append(existing[i])
            i += 1
        existing.remove(name)


def _disable_others(existing, child_loggers, disable_existing):
    """Loggers not named are disabled; those below named ones go on."""
    root = logging.root
    for log in existing:
        logger = root.manager.loggerDict[log]
        if log in child_loggers:
            logger.level = logging.NOTSET
            logger.handlers = []
            logger.propagate = True
        elif disable_existing:
            logger.disabled = True


IDENTIFIER = re.compile('^[a-z_][a-z0-9_]*$', re.I)


def valid_ident(s):
    if not IDENTIFIER.match(s):
        raise ValueError('Not a valid Python identifier: %r' % s)
    return True


class ConvertingMixin(object):
    """Values of containers, converted by their configurator."""

    def convert_with_key(self, key, value, replace=True):
        """The value converted; it knows its place, and with replace stands
        there from now on."""
        result = self._adopted(value)
        if value is not result:
            if replace:
                # Not converted twice.
                self[key] = result
            if isinstance(result, ConvertingMixin):
                result.key = key
        return result

    def convert(self, value):
        """The value converted."""
        return self._adopted(value)

    def _adopted(self, value):
        result = self.configurator.convert(value)
        if value is not result and isinstance(result, ConvertingMixin):
            result.parent = self
        return result


class ConvertingDict(dict, ConvertingMixin):
    """A dict that converts values when they are taken out."""

    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), False)


class ConvertingList(list, ConvertingMixin):
    """A list that does so."""

    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    """A tuple that does so, each time."""

    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), False)


class BaseConfigurator(object):
    """Converts values: 'ext://' names objects, 'cfg://' other values."""

    CONVERT_PATTERN = re.compile(r'^(?P<prefix>[a-z]+)://(?P<suffix>.*)$')
    WORD_PATTERN = re.compile(r'^\s*(\w+)\s*')
    DOT_PATTERN = re.compile(r'^\.\s*(\w+)\s*')
    INDEX_PATTERN = re.compile(r'^\[\s*(\w+)\s*\]\s*')
    DIGIT_PATTERN = re.compile(r'^\d+$')

    value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}

    importer = __import__

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self
        # Old-style classes and functions have no place to import from.
        if type(self.importer) == types.MethodType:
            self.importer = __import__

    def resolve(self, s):
        """The object of a dotted name."""
        name = s.split('.')
        used = name.pop(0)
        try:
            found = self.importer(used)
            for frag in name:
                used += '.' + frag
                try:
                    found = getattr(found, frag)
                except AttributeError:
                    self.importer(used)
                    found = getattr(found, frag)
            return found
        except ImportError:
            e, tb = sys.exc_info()[1:]
            v = ValueError('Cannot resolve %r: %s' % (s, e))
            v.__cause__, v.__traceback__ = e, tb
            raise v

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        rest = value
        m = self.WORD_PATTERN.match(rest)
        if m is None:
            raise ValueError("Unable to convert %r" % value)
        rest = rest[m.end():]
        d = self.config[m.groups()[0]]
        while rest:
            m = self.DOT_PATTERN.match(rest)
            if m:
                d = d[m.groups()[0]]
            else:
                m = self.INDEX_PATTERN.match(rest)
                if m:
                    idx = m.groups()[0]
                    if not self.DIGIT_PATTERN.match(idx):
                        d = d[idx]
                    else:
                        try:
                            d = d[int(idx)]
                        except TypeError:
                            d = d[idx]
            if not m:
                raise ValueError('Unable to convert %r at %r' % (value, rest))
            rest = rest[m.end():]
        return d

    def convert(self, value):
        """Wrap containers; replace strings with a known prefix."""
        if not isinstance(value, ConvertingDict) and isinstance(value, dict):
            value = ConvertingDict(value)
            value.configurator = self
        elif not isinstance(value, ConvertingList) and \
                isinstance(value, list):
            value = ConvertingList(value)
            value.configurator = self
        elif not isinstance(value, ConvertingTuple) and \
                isinstance(value, tuple):
            value = ConvertingTuple(value)
            value.configurator = self
        elif isinstance(value, basestring):
            m = self.CONVERT_PATTERN.match(value)
            if m:
                d = m.groupdict()
                converter = self.value_converters.get(d['prefix'], None)
                if converter:
                    value = getattr(self, converter)(d['suffix'])
        return value

    def configure_custom(self, config):
        """What a factory under the key '()' makes of the rest."""
        c = config.pop('()')
        if not hasattr(c, '__call__') and hasattr(types, 'ClassType') and \
                type(c) != types.ClassType:
            c = self.resolve(c)
        props = config.pop('.', None)
        kwargs = dict((k, config[k]) for k in config if valid_ident(k))
        result = c(**kwargs)
        if props:
            for name, value in props.items():
                setattr(result, name, value)
        return result

    def as_tuple(self, value):
        if isinstance(value, list):
            value = tuple(value)
        return value


class DictConfigurator(BaseConfigurator):
    """Sets up loggers as a dict says (PEP 391)."""

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError("Unsupported version: %s" % config['version'])
        incremental = config.pop('incremental', False)
        empty = {}
        logging._acquireLock()
        try:
            if incremental:
                self._change(config, empty)
            else:
                self._set_up(config, empty)
        finally:
            logging._releaseLock()

    def _change(self, config, empty):
        """Change levels only."""
        handlers = config.get('handlers', empty)
        for name in handlers:
            if name not in logging._handlers:
                raise ValueError('No handler found with name %r' % name)
            try:
                handler = logging._handlers[name]
                level = handlers[name].get('level', None)
                if level:
                    handler.setLevel(logging._checkLevel(level))
            except StandardError as e:
                raise ValueError('Unable to configure handler %r: %s' %
                                 (name, e))
        loggers = config.get('loggers', empty)
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name], True)
            except StandardError as e:
                raise ValueError('Unable to configure logger %r: %s' %
                                 (name, e))
        root = config.get('root', None)
        if root:
            try:
                self.configure_root(root, True)
            except StandardError as e:
                raise ValueError('Unable to configure root logger: %s' % e)

    def _set_up(self, config, empty):
        disable_existing = config.pop('disable_existing_loggers', True)
        logging._handlers.clear()
        del logging._handlerList[:]
        formatters = config.get('formatters', empty)
        for name in formatters:
            try:
                formatters[name] = self.configure_formatter(formatters[name])
            except StandardError as e:
                raise ValueError('Unable to configure formatter %r: %s' %
                                 (name, e))
        filters = config.get('filters', empty)
        for name in filters:
            try:
                filters[name] = self.configure_filter(filters[name])
            except StandardError as e:
                raise ValueError('Unable to configure filter %r: %s' %
                                 (name, e))
        # Handlers whose target is not there yet come once more.
        handlers = config.get('handlers', empty)
        deferred = []
        for name in sorted(handlers):
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except StandardError as e:
                if 'target not configured yet' in str(e):
                    deferred.append(name)
                else:
                    raise ValueError('Unable to configure handler %r: %s' %
                                     (name, e))
        for name in deferred:
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except StandardError as e:
                raise ValueError('Unable to configure handler %r: %s' %
                                 (name, e))
        existing = logging.root.manager.loggerDict.keys()
        existing.sort()
        child_loggers = []
        loggers = config.get('loggers', empty)
        for name in loggers:
            name = _encoded(name)
            _take_from_existing(name, existing, child_loggers)
            try:
                self.configure_logger(name, loggers[name])
            except StandardError as e:
                raise ValueError('Unable to configure logger %r: %s' %
                                 (name, e))
        _disable_others(existing, child_loggers, disable_existing)
        root = config.get('root', None)
        if root:
            try:
                self.configure_root(root)
            except StandardError as e:
                raise ValueError('Unable to configure root logger: %s' % e)

    def configure_formatter(self, config):
        if '()' in config:
            factory = config['()']
            try:
                return self.configure_custom(config)
            except TypeError, te:
                if "'format'" not in str(te):
                    raise
                # Formatter calls it fmt.
                config['fmt'] = config.pop('format')
                config['()'] = factory
                return self.configure_custom(config)
        fmt = config.get('format', None)
        dfmt = config.get('datefmt', None)
        return logging.Formatter(fmt, dfmt)

    def configure_filter(self, config):
        if '()' in config:
            return self.configure_custom(config)
        return logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        for f in filters:
            try:
                filterer.addFilter(self.config['filters'][f])
            except StandardError as e:
                raise ValueError('Unable to add filter %r: %s' % (f, e))

    def configure_handler(self, config):
        formatter = config.get('formatter', None)
        if formatter:
            try:
                formatter = self.config['formatters'][formatter]
            except StandardError as e:
                raise ValueError('Unable to set formatter %r: %s' %
                                 (formatter, e))
        level = config.get('level', None)
        filters = config.get('filters', None)
        if '()' in config:
            c = config['()']
            if not hasattr(c, '__call__') and \
                    hasattr(types, 'ClassType') and \
                    type(c) != types.ClassType:
                c = self.resolve(c)
            factory = c
            names = ('()', 'formatter', 'level', 'filters')
        else:
            cname = config['class']
            klass = self.resolve(cname)
            if issubclass(klass, logging.handlers.MemoryHandler) and \
                    'target' in config:
                try:
                    th = self.config['handlers'][config['target']]
                    if not isinstance(th, logging.Handler):
                        raise StandardError('target not configured yet')
                    config['target'] = th
                except StandardError as e:
                    raise ValueError('Unable to set target handler %r: %s' %
                                     (config['target'], e))
            elif issubclass(klass, logging.handlers.SMTPHandler) and \
                    'mailhost' in config:
                config['mailhost'] = self.as_tuple(config['mailhost'])
            elif issubclass(klass, logging.handlers.SysLogHandler) and \
                    'address' in config:
                config['address'] = self.as_tuple(config['address'])
            factory = klass
            names = ('class', 'formatter', 'level', 'filters')
        kwargs = dict((_encoded(k), config[k]) for k in config
                      if k not in names and valid_ident(k))
        try:
            result = factory(**kwargs)
        except TypeError, te:
            if "'stream'" not in str(te):
                raise
            # Its name of old.
            kwargs['strm'] = kwargs.pop('stream')
            result = factory(**kwargs)
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(result, filters)
        return result

    def add_handlers(self, logger, handlers):
        for h in handlers:
            try:
                logger.addHandler(self.config['handlers'][h])
            except StandardError as e:
                raise ValueError('Unable to add handler %r: %s' % (h, e))

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level', None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for h in logger.handlers[:]:
                logger.removeHandler(h)
            handlers = config.get('handlers', None)
            if handlers:
                self.add_handlers(logger, handlers)
            filters = config.get('filters', None)
            if filters:
                self.add_filters(logger, filters)

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        propagate = config.get('propagate', None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def listen(port=DEFAULT_LOGGING_CONFIG_PORT):
    """Make a thread that takes configurations, each after its length in four
    bytes, as JSON for dictConfig() or text for fileConfig()."""
    from SocketServer import ThreadingTCPServer, StreamRequestHandler
    import json

    class ConfigStreamHandler(StreamRequestHandler):

        def handle(self):
            try:
                conn = self.connection
                chunk = conn.recv(4)
                if len(chunk) != 4:
                    return
                slen = struct.unpack(">L", chunk)[0]
                chunk = conn.recv(slen)
                while len(chunk) < slen:
                    chunk = chunk + conn.recv(slen - len(chunk))
                try:
                    d = json.loads(chunk)
                    assert isinstance(d, dict)
                    dictConfig(d)
                except:
                    # No JSON, or nothing that dictConfig() likes.
                    file = cStringIO.StringIO(chunk)
                    try:
                        fileConfig(file)
                    except (KeyboardInterrupt, SystemExit):
                        raise
                    except:
                        traceback.print_exc()
                if self.server.ready:
                    self.server.ready.set()
            except EnvironmentError as e:
                if e.args and e.args[0] != 54:
                    raise

    class ConfigSocketReceiver(ThreadingTCPServer):

        allow_reuse_address = 1

        def __init__(self, host='localhost', port=DEFAULT_LOGGING_CONFIG_PORT,
                     handler=None, ready=None):
            ThreadingTCPServer.__init__(self, (host, port), handler)
            logging._acquireLock()
            self.abort = 0
            logging._releaseLock()
            self.timeout = 1
            self.ready = ready

        def serve_until_stopped(self):
            import select
            abort = 0
            while not abort:
                rd, wr, ex = select.select([self.socket.fileno()], [], [],
                                           self.timeout)
                if rd:
                    self.handle_request()
                logging._acquireLock()
                abort = self.abort
                logging._releaseLock()
            self.socket.close()

    class Server(threading.Thread):

        def __init__(self, rcvr, hdlr, port):
            super(Server, self).__init__()
            self.rcvr = rcvr
            self.hdlr = hdlr
            self.port = port
            self.ready = threading.Event()

        def run(self):
            global _listener
            server = self.rcvr(port=self.port, handler=self.hdlr,
                               ready=self.ready)
            if self.port == 0:
                self.port = server.server_address[1]
            self.ready.set()
            logging._acquireLock()
            _listener = server
            logging._releaseLock()
            server.serve_until_stopped()

    return Server(ConfigSocketReceiver, ConfigStreamHandler, port)


def stopListening():
    global _listener
    logging._acquireLock()
    try:
        if _listener:
            _listener.abort = 1
            _listener = None
    finally:
        logging._releaseLock()
