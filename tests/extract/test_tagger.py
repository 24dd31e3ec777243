"""The table of the tagger: what is written of it is read again, and no sign is mistaken for another."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from shanqu.extract.tagger import BITS, Learned, Model, load, save, scores

# Two signs that share no low bits weigh the same.
KEYS = [0, 7, 7 + (1 << 24) + 1, 9, 0xFFFF0000]
WEIGHTS = [[0, 0, 0], [1.27, 0, -0.5], [0, 0, 0.25], [1.27, 0, -0.5], [0, -1.27, 0]]


@pytest.fixture
def learned() -> Learned:
    keys, weights = np.array(KEYS, np.uint32), np.array(WEIGHTS, np.float32)
    return Learned(keys, weights, np.eye(3, dtype=np.float32))


def _weighed(model: Model, *signs: list[int]) -> np.ndarray:
    return scores(np.array(signs, np.uint32), model)


def test_a_model_is_read_as_it_was_written(learned: Learned, tmp_path: Path) -> None:
    save(learned, tmp_path / "names.npz")
    model = load(tmp_path / "names.npz")
    # What is told is by how much a label weighs more than the first.
    told = np.array(WEIGHTS) - np.array(WEIGHTS)[:, :1]
    assert np.allclose(_weighed(model, *([key] for key in KEYS)), told, atol=1e-6)
    assert np.array_equal(model.transitions, learned.transitions)


def test_the_weights_of_all_signs_of_a_character_are_added_up(learned: Learned, tmp_path: Path) -> None:
    save(learned, tmp_path / "names.npz")
    model = load(tmp_path / "names.npz")
    assert np.allclose(_weighed(model, KEYS[1:3]), [[0, -1.27, -1.52]], atol=1e-6)


def test_a_sign_that_shares_its_low_bits_with_a_known_one_weighs_nothing(
    learned: Learned, tmp_path: Path
) -> None:
    save(learned, tmp_path / "names.npz")
    model = load(tmp_path / "names.npz")
    assert not _weighed(model, [7 + (1 << BITS)], [5], [1 << 31]).any()


def test_signs_without_weight_are_not_written(learned: Learned, tmp_path: Path) -> None:
    save(learned, tmp_path / "names.npz")
    size = (tmp_path / "names.npz").stat().st_size
    learned.weights[2] = 0.001
    save(learned, tmp_path / "names.npz")
    assert (tmp_path / "names.npz").stat().st_size < size
    assert not _weighed(load(tmp_path / "names.npz"), [KEYS[2]]).any()
