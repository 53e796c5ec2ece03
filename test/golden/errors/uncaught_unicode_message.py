# -*- coding: utf-8 -*-
raise ValueError(u'caf\xe9 \u20ac')
