"""Writes the workbook of guangxi/2022 with another rate in cell L5 of its terms. usage: rate.py RATE TARGET"""
import re
import sys
import zipfile

rate, target = sys.argv[1:]
changed = 0
with zipfile.ZipFile("decision-tables/guangxi/2022/medical-assistance.xlsx") as old, \
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
    for item in old.infolist():
        content = old.read(item)
        if item.filename.startswith("xl/worksheets/"):
            content, times = re.subn(rb'(<c r="L5"[^>]*><v>)0\.95(</v>)', rb"\g<1>" + rate.encode() + rb"\2", content)
            changed += times
        new.writestr(item, content)
assert changed == 1, "the rate is not where it was"
