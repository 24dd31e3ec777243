"""The table of the tagger: what is written of it is read again, and no sign is mistaken for another."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from shanqu.extract.tagger import BITS, Model, buckets_of, load, save


@pytest.fixture
def model() -> Model:
    keys = np.array([0, 7, 7 + (1 << 24), 0xFFFF0000], np.uint32)
    weights = np.array([[0, 0, 0], [1.27, 0, -0.5], [0, 0, 0.25], [0, -1.27, 0]], np.float32)
    return Model(keys, weights, np.eye(3, dtype=np.float32), buckets_of(keys))


def test_a_model_is_read_as_it_was_written(model: Model, tmp_path: Path) -> None:
    save(model, tmp_path / "names.npz")
    read = load(tmp_path / "names.npz")
    assert read.keys.tolist() == model.keys.tolist()
    assert np.allclose(read.weights, model.weights, atol=1e-6)
    assert np.array_equal(read.transitions, model.transitions)


def test_signs_without_weight_are_not_written(model: Model, tmp_path: Path) -> None:
    model.weights[2] = 0.001
    save(model, tmp_path / "names.npz")
    assert load(tmp_path / "names.npz").keys.tolist() == [0, 7, 0xFFFF0000]


def test_every_sign_is_found_by_its_low_bits(model: Model) -> None:
    low = model.keys & ((1 << BITS) - 1)
    assert model.buckets[low[1:2]].tolist() == [2]
    assert model.buckets[low[3:]].tolist() == [3]
