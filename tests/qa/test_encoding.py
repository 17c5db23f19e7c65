"""The small transformer: what it reads, and that its parts add up."""

import numpy as np
import pytest

from qa.learnt.encoding import LONGEST, Encoder

WIDTH, INNER = 8, 12


@pytest.fixture(scope="module")
def encoder():
    """An encoder of two layers with weights by chance."""
    chance = np.random.default_rng(3)

    def some(*shape):
        return chance.normal(size=shape, scale=0.5).astype(np.float32)

    weights = {"table": some(4, WIDTH), "places": some(LONGEST, WIDTH), "parts": some(WIDTH)}
    weights["norm"] = np.stack([np.ones(2 * WIDTH), np.zeros(2 * WIDTH)]).astype(np.float32)
    for n in range(2):
        weights |= {
            f"{n}.query": some(WIDTH, 3 * WIDTH),
            f"{n}.query_bias": some(3 * WIDTH),
            f"{n}.out": some(WIDTH, WIDTH),
            f"{n}.out_bias": some(WIDTH),
            f"{n}.inner": some(WIDTH, INNER),
            f"{n}.inner_bias": some(INNER),
            f"{n}.outer": some(INNER, WIDTH),
            f"{n}.outer_bias": some(WIDTH),
            f"{n}.norm1": some(2, WIDTH),
            f"{n}.norm2": some(2, WIDTH),
        }
    return Encoder({"calf": 0, "raise": 1, "soleus": 2}, weights)


@pytest.mark.parametrize(
    ("asking", "around"), [(("calf",), ()), (("calf", "raise"), ("soleus",)), ((), ("raise",)), ((), ())]
)
def test_shares_add_up_to_the_vector(asking, around, encoder):
    """What the words add is all there is, since the shift of this encoder is zero; its spread is one."""
    encoded = encoder.encode(asking, around)
    assert np.allclose(encoded.shares.sum(axis=0), encoded.vector, atol=1e-5)
    assert encoded.vector.mean() == pytest.approx(0, abs=1e-5)
    assert encoded.vector.std() == pytest.approx(1, abs=1e-2)
    assert len(encoded.shares) == max(len(asking) + len(around), 1)


def test_order_and_part_matter(encoder):
    """Words in another order, or around the question instead of in it, make another vector."""
    vectors = [
        encoder.encode(*parts).vector
        for parts in ((("calf", "raise"), ()), (("raise", "calf"), ()), (("calf",), ("raise",)))
    ]
    for n, vector in enumerate(vectors):
        assert not any(np.allclose(vector, other, atol=1e-3) for other in vectors[n + 1 :])


def test_unknown_words_are_alike_and_long_questions_end(encoder):
    """A word without a row is read as the unknown word, and words after the longest question are not read."""
    assert "calf" in encoder
    assert "flurb" not in encoder
    first, second = (encoder.encode(("calf", word), ()).vector for word in ("flurb", "glorp"))
    assert np.array_equal(first, second)
    long = encoder.encode(("calf",) * 500, ("raise",)).vector
    assert np.array_equal(long, encoder.encode(("calf",) * LONGEST, ()).vector)
