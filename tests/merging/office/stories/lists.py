"""Items of lists and what stands in them."""

from __future__ import annotations

from tests.merging.office.story import Story

STORIES = (
    Story("an item’s words are changed", lambda text: text.over("harbour of origin").type("port of origin")),
    Story("an item of a list in a list is changed", lambda text: text.over("by rail").type("by train")),
    Story("an item’s second paragraph is changed", lambda text: text.over("it was converted").type("it was left out")),
    Story("an item of the takeaways is changed", lambda text: text.over("building material").type("timber")),
    Story("an item is deleted", lambda text: text.whole("the harbour of origin").delete()),
    Story("an item of the takeaways is deleted", lambda text: text.whole("Two thirds of it").delete()),
    Story("an item’s second paragraph is deleted", lambda text: text.whole("Where papers gave").delete()),
    Story("a whole list is deleted", lambda text: text.whole("the cargo, in tonnes", 6).delete()),
    Story("the list in a list is deleted", lambda text: text.whole("by road", 2).delete()),
    Story(
        "a new item is typed at the end of the takeaways", lambda text: text.end_of("cost little").enter().type("Count it.")
    ),
    Story(
        "a new item is typed at the top of the takeaways",
        lambda text: text.start_of("Small harbours carry 12").type("First.").enter(),
    ),
    Story("a new item is typed between two", lambda text: text.end_of("harbour of origin").enter().type("the owner;")),
    Story("a new item is typed in the list in the list", lambda text: text.end_of("by road").enter().type("by barge;")),
    Story(
        "a new item goes a level further in",
        lambda text: text.end_of("harbour of origin").enter().further_in().type("or of destination;"),
    ),
    Story("an item goes a level further out", lambda text: text.start_of("by rail").further_out()),
    Story("an item is split", lambda text: text.before("in tonnes").enter()),
    Story("two items are merged", lambda text: text.end_of("by road").delete()),
    Story("a paragraph is merged into the item before it", lambda text: text.start_of("Where papers gave").backspace()),
    Story("an item is moved up with the keys", lambda text: text.start_of("by rail").move_up()),
    Story(
        "an item is cut and pasted", lambda text: text.whole("Two thirds").cut().start_of("Small harbours carry 12").paste()
    ),
    Story("a paragraph becomes an item", lambda text: text.start_of("Data are free").bullets()),
    Story("a bullet list is typed anew", lambda text: text.end_of("Data are free").enter().type("One").style("List Bullet")),
    Story(
        "a numbered list is typed anew",
        lambda text: text.end_of("Data are free").enter().style("List Number").type("Count.").enter().type("Tell."),
    ),
    Story(
        "an item gets a second paragraph",
        lambda text: text.end_of("harbour of origin").enter().no_list().style("List Continue").type("If known."),
    ),
)
