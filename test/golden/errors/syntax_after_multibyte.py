# coding: utf-8
name = u"żółw" +* 2
