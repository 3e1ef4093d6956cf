"""Tables, pictures, quotes, code and notes."""

from __future__ import annotations

from tests.merging.office.copies import RELEASES
from tests.merging.office.story import Story

STORIES = (
    Story("a cell’s words are changed", lambda text: text.over("Ø-Havn").type("Ø-Havn | north")),
    Story("a cell’s number is changed", lambda text: text.over("88,500").type("90,500")),
    Story("a cell’s bold is taken away", lambda text: text.over("yes").bold()),
    Story("a cell is made bold", lambda text: text.over("410,000").bold()),
    Story("a heading of a column is changed", lambda text: text.over("Crane").type("Cranes")),
    Story("a cell is emptied", lambda text: text.words_of("88,500").delete()),
    Story("a table gets a row", lambda text: text.over("Ø-Havn").row_below()),
    Story("a table loses a row", lambda text: text.over("Ø-Havn").delete_row()),
    Story("a table loses a column", lambda text: text.over("Crane").delete_column(), untracked_too=True),
    Story("a table’s caption is changed", lambda text: text.over("Tonnes by harbour").type("Tonnes, by harbour")),
    Story("a picture’s caption is changed", lambda text: text.over("The quay of Port Alder").type("The quay at dawn")),
    Story("a picture’s credit is changed", lambda text: text.over("J. Orme").type("Jonas Orme")),
    Story("a picture’s description is changed", lambda text: text.describe("A red buoy in grey water", "A buoy")),
    Story(
        "a picture is replaced",
        lambda text: text.replace_picture("A red buoy in grey water", RELEASES / "other" / "dot.png"),
    ),
    Story("a quote’s words are changed", lambda text: text.over("every crane").type("every single crane")),
    Story("a quotation’s words are changed", lambda text: text.over("shall be").type("must be")),
    Story("code is changed", lambda text: text.over("parts == weight").type("sum(parts) == weight")),
    Story("words of code in a line are changed", lambda text: text.over("weight").type("weight_t")),
    Story("a note’s words are changed", lambda text: text.over("planned for 2027").type("planned for 2028")),
    Story("a link in a note is changed", lambda text: text.over("500 calls").link("https://harbour.example/500")),
    Story("a note is made", lambda text: text.after("every quay").footnote("Ferries’ quays too.")),
    Story("a note’s call is deleted", lambda text: text.after("Ferries were left out.").delete()),
    Story("a text box is drawn", lambda text: text.start_of("Data are free").text_box("Draft!")),
)
