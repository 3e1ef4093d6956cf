"""A release that has everything that a style plays a role in, to see what becomes of it in a template."""

from __future__ import annotations

SPECIMEN = """\
---
title: The headline
subtitle: The subtitle
kicker: The kicker
author: The author
lang: en
date: 2026-01-02
dateline: The dateline
contact: {name: The contact, role: Their role, email: press@institute.example, phone: "+1 555 0100"}
link: {label: The call to action, url: "https://institute.example/report"}
boilerplate: {title: The closing heading, text: The closing text.}
---

The text of a paragraph, with *emphasis*, **strong words**, `code`, [a link](https://institute.example/) and a note.[^n]

::: {.quote by="The speaker" role="Their office"}
“The pull quote.”
:::

::: takeaways
- A bullet in the takeaways.
:::

::: callout
## The title of a callout

The text of a callout.

1. A number in it.
:::

## The heading of level 2

> The quotation.

- The bullet of level 1

  Its second paragraph.

  - The bullet of level 2

1. The number of level 1

   1. The number of level 2

### The heading of level 3

| The head of a table | Another |
|---------------------|--------:|
| The text of a table |       1 |

Table: The caption.

```
The code block.
```

***

The last paragraph.

[^n]: The note.
"""
