import mailbox, os, shutil, tempfile, email, StringIO

folder = tempfile.mkdtemp()
TEXT = 'From: a@b\nSubject: %s\n\nBody %s\nFrom the start\n'

def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, str(e).replace(folder, 'DIR'))

def mask(s):
    return s.replace(folder, 'DIR')

for cls, kind in [(mailbox.mbox, mailbox.mboxMessage), (mailbox.MMDF, mailbox.MMDFMessage), (mailbox.Babyl, mailbox.BabylMessage), (mailbox.MH, mailbox.MHMessage)]:
    path = os.path.join(folder, cls.__name__)
    print cls.__name__, attempt(cls, path, None, False)
    box = cls(path)
    m = kind(TEXT % ('one', 1))
    if hasattr(m, 'set_from'):
        m.set_from('me@here Thu Jan  1 00:00:00 1970'); m.set_flags('FROA')
    elif hasattr(m, 'add_label'):
        m.add_label('unseen'); m.add_label('own')
    else:
        m.add_sequence('unseen'); m.add_sequence('replied')
    keys = [box.add(m), box.add('From x Thu Jan  1 00:00:00 1970\n' + TEXT % ('two', 2)), box.add(email.message_from_string('From y z\n' + TEXT % ('three', 3)))]
    keys.append(box.add(StringIO.StringIO('From q Thu Jan  1 00:00:00 1970\n' + TEXT % ('four', 4)) if cls not in (mailbox.mbox, mailbox.MMDF) else 'From w Thu Jan  1 00:00:00 1970\nX: 1\n\n'))
    print keys, len(box), sorted(box.keys()), 1 in box, box.has_key(99), attempt(box.add, 5), attempt(box.get_message, 99), box.get(77, 'none'), attempt(box.__delitem__, 'x')
    del box[keys[1]]
    box[keys[2]] = 'From z Thu Jan  1 00:00:00 1970\nSubject: replaced\n\ntext' if cls in (mailbox.mbox, mailbox.MMDF) else 'Subject: replaced\n\ntext'
    box.lock(); box.flush(); box.unlock()
    for k, v in sorted(box.items()):
        print k, type(v).__name__, v['subject'], repr(v.get_payload()), v.__dict__.get('_labels'), v.__dict__.get('_sequences')
        print repr(box.get_string(k))
        f = box.get_file(k); print repr(f.readline()), repr(f.read(5)), f.tell(), f.close()
    box.close()
    if os.path.isfile(path) and cls is not mailbox.mbox:
        print repr(open(path).read())
    if cls is mailbox.MH:
        box = cls(path); print box.get_sequences(), box.pack(), box.keys(), box.get_sequences(), box.set_sequences({'a': [1, 2, 3]}), open(os.path.join(path, '.mh_sequences')).read()
        f = box.add_folder('sub'); print box.list_folders(), attempt(box.get_folder, 'none'), attempt(f.add, 'x'), attempt(box.remove_folder, 'sub'), f.clear(), attempt(box.remove_folder, 'sub'), box.list_folders()
    box = cls(path); print box.popitem()[1]['subject'], len(box), attempt(box.update, {55: 'x'}), attempt(box.popitem) and None, box.clear(), len(box), attempt(box.popitem); box.close()

box = mailbox.Maildir(os.path.join(folder, 'md'), factory=None)
m = mailbox.MaildirMessage(TEXT % ('dir', 5)); m.set_subdir('cur'); m.set_flags('SF'); m.set_date(1000)
k = box.add(m); k2 = box.add(TEXT % ('plain', 6))
got = box[k]; print got.get_subdir(), got.get_flags(), got.get_info(), got.get_date(), got['subject'], len(box), k in box
box[k2] = 'Subject: new\n\n'; print box[k2]['subject'], box[k2].get_subdir(), repr(box.get_string(k2)), attempt(box.get_message, 'nokey')
f = box.add_folder('inner'); print box.list_folders(), f.add('x') and None, attempt(box.remove_folder, 'inner'), f.clear(), box.remove_folder('inner'), box.list_folders(), box.clean()
box.remove(k); print len(box), attempt(box.remove, k)[:30], box.discard(k), sorted(os.listdir(os.path.join(folder, 'md')))

kinds = [mailbox.MaildirMessage, mailbox.mboxMessage, mailbox.MHMessage, mailbox.BabylMessage, mailbox.MMDFMessage, mailbox.Message]
for a in kinds:
    for b in kinds:
        m = a('Subject: s\n\nb')
        for name, arg in [('set_flags', 'SRFTPD'), ('set_subdir', 'cur'), ('set_date', 86400), ('set_sequences', ['flagged', 'replied', 'own']), ('set_labels', ['deleted', 'answered', 'resent', 'own']), ('set_from', 'x Fri Jan  2 00:00:00 1970')]:
            if hasattr(m, name):
                getattr(m, name)(arg)
        n = b(m)
        print a.__name__, b.__name__, [getattr(n, g)() for g in ('get_flags', 'get_subdir', 'get_sequences', 'get_labels') if hasattr(n, g)], sorted(n.items()), n.__dict__.get('_from', '')[:1], n.__dict__.get('_date') == 86400
m = mailbox.MaildirMessage(); print attempt(m.set_subdir, 'x'), attempt(m.set_date, 'x'), attempt(m.set_info, 1), attempt(mailbox.Message, 5), attempt(mailbox.MHMessage().add_sequence, 1), attempt(mailbox.BabylMessage().add_label, 1)
m.add_flag('S'); m.add_flag('RS'); m.remove_flag('R'); print m.get_flags(), attempt(mailbox.Mailbox('x').add, 1), attempt(mailbox.Mailbox('x').__len__)
old = mailbox.PortableUnixMailbox(StringIO.StringIO('From a\nA: 1\n\nx\nFrom b\nA: 2\n\ny\n')); print [x['a'] for x in old]
old = mailbox.UnixMailbox(StringIO.StringIO('From a\nA: 1\n\nx\nFrom b  Mon Jan 01 00:00:00 2001\nA: 2\n\ny\n')); print [(x['a'], x.fp.read()) for x in old]
old = mailbox.MmdfMailbox(StringIO.StringIO('\1\1\1\1\nA: 1\n\nx\n\1\1\1\1\n')); print [x['a'] for x in old]
old = mailbox.BabylMailbox(StringIO.StringIO('\037\014\n1,,\nA: 0\n*** EOOH ***\nA: 1\n\nx\n\037')); print [x['a'] for x in old]
shutil.rmtree(folder)
