"""What a script that uses docxtpl does: `python with_docxtpl.py CONTENT.json TEMPLATE.docx OUT.docx`.

It is run by itself, cold, with nothing of Pressroom imported.
"""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate

content, template, out = sys.argv[1:]
document = DocxTemplate(template)
document.render(json.loads(Path(content).read_text(encoding="utf-8")), autoescape=True)
document.save(out)
