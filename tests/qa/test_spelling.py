"""Spelling: misspelt words of the domain are corrected, and real English words are left alone."""

from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from qa.parsing.lexicon import build_lexicon
from qa.parsing.spelling import Speller, everyday

REAL_WORDS = """
medical literal later sold souls serious press angle uncle sheep nosy need head heal steep stop seat
sated claim half call clad rise raid race reps sets weak strange strong mussel cuff cough lever
liver prone prawn
"""


@pytest.fixture(scope="session")
def vocabulary(graph):
    """The words of the names and verbs of the shipped graph."""
    return build_lexicon(graph).words


@pytest.fixture(scope="session")
def speller(vocabulary):
    """The speller of the shipped graph."""
    return Speller(vocabulary)


@cache
def english(least=0):
    """The words of a general English list that it has met more than `least` times."""
    counts = SpellChecker(language="en", distance=1).word_frequency.dictionary
    return frozenset(word for word, count in counts.items() if count > least)


@pytest.mark.parametrize("word", REAL_WORDS.split())
def test_real_words_are_left_alone(word, speller):
    """An English word is never taken for a word of the domain."""
    assert speller.correct(word) is None


@pytest.mark.parametrize(
    ("typo", "word"), [("tos", "toes"), ("kne", "knee"), ("wnt", "want"), ("shuldnt", "shouldnt")]
)
def test_a_short_word_may_have_lost_a_letter(typo, word, graph):
    """Of a label, or of a very common word; light words are mended too."""
    lexicon = build_lexicon(graph)
    assert Speller(lexicon.label_words, lexicon.words).correct(typo) == word


@pytest.mark.parametrize(
    ("typo", "word"),
    [("coss", "cross"), ("repps", "reps"), ("setts", "sets"), ("conntrary", "contrary"), ("owwes", "owes")],
)
def test_a_slip_that_gives_a_rare_word_or_none_is_mended(typo, word, graph):
    """A word that hardly anybody writes becomes a common one; of other words doubled letters go."""
    lexicon = build_lexicon(graph)
    assert Speller(lexicon.label_words, lexicon.words).correct(typo) == word


@pytest.mark.parametrize("word", ["emg", "acl", "tfl", "rpe", "zan", "dpt", "xyz"])
def test_short_forms_are_left_alone(word, speller):
    """Three letters that no common word has are a short form or a name."""
    assert speller.correct(word) is None


@pytest.mark.parametrize("domain", ["medial", "lateral", "soleus", "calf", "seated"])
def test_english_neighbours_are_left_alone_even_by_a_narrow_vocabulary(domain):
    """With one word known, no English word but the rarest becomes it."""
    narrow = Speller([domain])
    near = [
        word for word in english(100) if word != domain and OSA.distance(word, domain, score_cutoff=2) <= 2
    ]
    assert near
    assert [word for word in near if narrow.correct(word)] == []


@pytest.mark.parametrize(
    ("typo", "word"),
    [
        ("excercise", "exercise"),
        ("exersise", "exercise"),
        ("gastrocnemiuss", "gastrocnemius"),
        ("gastrocnemis", "gastrocnemius"),
        ("soleuss", "soleus"),
        ("soelus", "soleus"),
        ("mussle", "muscle"),
        ("musclse", "muscle"),
        ("tendn", "tendon"),
        ("achiles", "achilles"),
        ("laterall", "lateral"),
        ("medail", "medial"),
        ("dumbell", "dumbbell"),
        ("equiptment", "equipment"),
        ("machien", "machine"),
        ("hypertrphy", "hypertrophy"),
        ("endurence", "endurance"),
        ("plantarflexon", "plantarflexion"),
        ("positon", "position"),
        ("standng", "standing"),
    ],
)
def test_typos_of_the_domain_are_understood(typo, word, pipeline):
    """A misspelt word of the domain is corrected, or known as a spelling of its thing."""
    right, wrong = (pipeline.reader.read(text) for text in (word, typo))
    senses = [{(s.kind, s.name) for m in parse.mentions for s in m.senses} for parse in (right, wrong)]
    assert senses[0]
    assert senses[1] & senses[0], (wrong.corrections, wrong.mentions)


@pytest.mark.parametrize(
    ("typo", "word"),
    [
        ("twevle", "twelve"),
        ("saays", "says"),
        ("coems", "comes"),
        ("thhese", "these"),
        ("patr", "part"),
        ("glrden", "garden"),
    ],
)
def test_everyday_words_are_put_right_too(typo, word, speller):
    """A slip in a word that belongs to no domain is no reason not to understand the question."""
    assert speller.correct(typo) == word


@pytest.mark.parametrize(
    ("misspelt", "low", "high"),
    [("twevle reps", 12, 12), ("fiften to twnty reps", 15, 20), ("do 8 to twelv reps", 8, 12)],
)
def test_misspelt_number_words_count(misspelt, low, high, pipeline):
    """An amount is read from the mended words."""
    assert [(a.low, a.high) for a in pipeline.reader.read(misspelt).amounts] == [(low, high)]


@pytest.mark.parametrize("number", ["12", "twelve", "twevle"])
def test_a_number_is_not_left_aside(number, ask):
    """A number word is as well known as the digits, misspelt or not."""
    assert number not in ask(f"what are {number} reps for?").not_understood


@pytest.mark.parametrize(
    ("typo", "word"),
    [
        ("heay", "heavy"),
        ("fom", "from"),
        ("wich", "which"),
        ("weeky", "weekly"),
        ("brinh", "bring"),
        ("dinnrr", "dinner"),
        ("frobt", "front"),
        ("onlly", "only"),
        ("slihtly", "slightly"),
        ("emmphasising", "emphasising"),
    ],
)
def test_the_likelier_of_near_words_is_meant(typo, word, pipeline):
    """How often people ask with a word counts, and how easily the slip is made; adverbs are mended too."""
    corrections = pipeline.reader.read(f"the {typo} calf").corrections
    assert [(c.source, c.target) for c in corrections] == [(typo, word)]


@pytest.mark.parametrize(
    ("typo", "word"),
    [
        ("excersizes", "exercise"),
        ("exersizes", "exercise"),
        ("ephasising", "emphasising"),
        ("flexable", "flexible"),
        ("eachother", "each other"),
        ("calfraises", "calf raises"),
        ("howmany", "how many"),
    ],
)
def test_words_by_ear_and_run_together_are_put_right(typo, word, pipeline):
    """What sounds like a word of the domain is that; two common words may lack the space between."""
    corrections = pipeline.reader.read(f"the {typo} now").corrections
    assert [(c.source, c.target) for c in corrections] == [(typo, word)]


@pytest.mark.parametrize(
    ("typo", "word"), [("msucel", "muscle"), ("musecl", "muscle"), ("clvaes", "calves"), ("shuodl", "should")]
)
def test_letters_out_of_order_are_put_right(typo, word, pipeline):
    """Two slips that leave the letters of a common word, and the first in its place."""
    corrections = pipeline.reader.read(f"the {typo} now").corrections
    assert [(c.source, c.target) for c in corrections] == [(typo, word)]


@pytest.mark.parametrize("word", "criticise sceptical apologised bodybuilder backseat forefoot".split())
def test_british_and_compound_words_are_no_slips(word, pipeline):
    """The word list is American, and knows many compounds as words of their own."""
    assert pipeline.reader.read(f"the {word} now").corrections == ()


@pytest.mark.parametrize("text", ["did Sam do it?", "is HRT any good?"])
def test_a_short_name_is_no_slip(text, pipeline):
    """A capital letter inside a sentence makes a name of a short word."""
    assert pipeline.reader.read(text).corrections == ()


@pytest.mark.parametrize("name", "zanto flurbic quadrilon gormus vastorius plimotus drosk".split())
def test_invented_names_stay_unknown(name, speller):
    """A name that nobody knows is no slip of the pen."""
    assert speller.correct(name) is None


def test_a_correction_is_shown(ask):
    """The answer names the spelling that was read as another word."""
    answer = ask("which exersise targets the inner calf?")
    assert ("exersise", "exercise") in [(c.source, c.target) for c in answer.corrections]


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        (
            "So I am on the step, toes slightly in. Should the heels be narrower or wider tan the toes?",
            ("tan", "than"),
        ),
        ("Is 16 sets a week more tan the recommended amount?", ("tan", "than")),
        ("How do I use a full rage of motion?", ("rage", "range")),
        ("tell me wicch calf muscle is closest to the skin", ("wicch", "which")),
        ("how come holf reps are frowned on", ("holf", "half")),
        ("Which pases should I control?", ("pases", "phases")),
    ],
)
def test_a_strange_word_may_be_a_slip_where_nothing_else_is_wrong(text, correction, ask):
    """A word that nobody asks with, or only guessed at, is doubted where that makes it surer."""
    answer = ask(text)
    assert answer.answered
    assert [(c.source, c.target) for c in answer.corrections] == [correction]


@pytest.mark.parametrize(
    "text", ["Why did Rage Against the Machine break up?", "Who is the lawyer of the lateral head?"]
)
def test_a_strange_word_is_not_doubted_for_a_guess(text, ask):
    """What stays unsure is refused with the word as it stands."""
    answer = ask(text)
    assert not answer.answered
    assert answer.corrections == ()


def test_short_words_and_numbers_are_left_alone(speller):
    """Nothing shorter than four letters, and nothing with a digit or a sign, is corrected."""
    assert [speller.correct(word) for word in ("cal", "to", "hel", "12", "x2y4z", "so-leus", "")] == [
        None
    ] * 7


@settings(deadline=None)
@given(data=st.data())
def test_one_wrong_letter_is_put_right(data, speller, vocabulary):
    """A letter lost, doubled or swapped in a long word leads to a word at most that far away."""
    words = sorted(word for word in vocabulary if len(word) >= 8 and word.isascii() and word.isalpha())
    word = data.draw(st.sampled_from(words))
    place = data.draw(st.integers(0, len(word) - 2))
    lost = word[:place] + word[place + 1 :]
    doubled = word[:place] + word[place] + word[place:]
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    typo = data.draw(st.sampled_from([lost, doubled, swapped]))
    assume(typo not in english() and typo not in vocabulary)
    found = speller.correct(typo)
    assert found is not None
    assert OSA.distance(typo, found) <= 1


@settings(deadline=None)
@given(text=st.text(max_size=20))
def test_any_text_is_read(text, speller, vocabulary):
    """Any text is left, or becomes a word of the domain or an English one, and that one needs no more."""
    found = speller.correct(text)
    assert found is None or (
        found in {*vocabulary, *everyday(), *english()} and speller.correct(found) is None
    )


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        ("How should I hold my knees in a sanding calf raise?", ("sanding", "standing")),
        ("What is a calf black used for?", ("black", "block")),
        ("sanding raise: knees?", ("sanding", "standing")),
    ],
)
def test_a_real_word_that_breaks_a_name_is_a_slip(ask, text, correction):
    """Beside the rest of a name of several words, and said to be read so."""
    answer = ask(text)
    assert answer.answered
    assert correction in {(c.source, c.target) for c in answer.corrections}
