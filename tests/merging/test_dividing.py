"""The words of an edited paragraph, given to its pieces."""

from __future__ import annotations

from exporter.merging.dividing import Divided, divide
from exporter.merging.runs import Run
from tests.merging.views import p, parts, runs

LEAD = parts(("dateline", "Port Alder"), ("", ", 12 May — "), ("p1", "Ships sail."))
SOURCE = parts(("q1.by", "Ines Calder"), ("", "\n"), ("q1.role", "Director"))


def test_where_the_anchors_stayed_they_decide() -> None:
    edited = parts(("dateline", "Brank"), ("", ", 12 May — "), ("p1", "Ships sink."))
    assert divide(LEAD, edited) == Divided({"dateline": runs("Brank"), "p1": runs("Ships sink.")})


def test_a_paragraph_typed_anew_is_cut_at_the_words_that_pressroom_sets() -> None:
    edited = p("p1", "Brank, 12 May — Ships sink.")
    assert divide(LEAD, edited) == Divided({"dateline": runs("Brank"), "p1": runs("Ships sink.")})


def test_words_typed_beside_an_anchor_belong_to_its_piece() -> None:
    edited = parts(("q1.by", "Ines Calder"), ("", " MA\n"), ("q1.role", "Director"))
    assert divide(SOURCE, edited) == Divided({"q1.by": runs("Ines Calder MA"), "q1.role": runs("Director")})


def test_words_that_pressroom_sets_and_somebody_changed_are_told() -> None:
    edited = parts(("dateline", "Port Alder"), ("", ", 13 May — "), ("p1", "Ships sail."))
    assert divide(LEAD, edited) == Divided({}, ", 12 May —")


def test_a_piece_that_went_with_the_words_before_it_is_empty() -> None:
    assert divide(SOURCE, parts(("q1.by", "Ines Calder"))) == Divided({"q1.by": runs("Ines Calder"), "q1.role": ()})


def test_two_readings_are_no_reading() -> None:
    like = parts(("contact.0.name", "Ines"), ("", "\n"), ("contact.0.role", "Head"))
    edited = parts(("contact.0.name", "Ines\nCalder\nHead"))
    assert divide(like, edited).computed == "the line break"


def test_a_computed_paragraph_must_stay_as_it_was() -> None:
    assert divide(p("", "Media contact"), p("", "Press")) == Divided({}, "Media contact")
    assert divide(p("", "Media contact"), p("", "Media contact")) == Divided({})


def test_a_call_keeps_its_place_where_a_paragraph_is_cut() -> None:
    edited = p("p1", "Brank, 12 May — Ships^n1 sink.")
    assert divide(LEAD, edited).pieces["p1"] == (Run("Ships"), Run("", note="n1"), Run(" sink."))
