"""What the models say does not hang on the processor (decision 0019)."""

import pytest

from headwater.weights.reader_model import Logits, load_reader

# Two statements, and logits of sums that no processor cut off; cut off, some are 0.1 to 0.3 away.
READ: tuple[tuple[str, str, Logits], ...] = (
    (
        "The minister denied that the state had sold arms",
        "The state sold arms to its neighbour last year, officials said",
        {
            "same": -1.115, "entails_ab": -2.855, "entails_ba": -1.617,
            "against": 3.604, "updates": -0.015, "other": 1.314,
        },
    ),
    (
        "A court in the capital rejected the appeal of the mine's owner",
        "The owner of the mine appealed against the ruling",
        {
            "same": -0.152, "entails_ab": 0.269, "entails_ba": -2.206,
            "against": 0.358, "updates": -0.961, "other": 1.241,
        },
    ),
)  # fmt: skip


@pytest.mark.parametrize(("left", "right", "logits"), READ)
def test_no_sum_is_cut_off(left: str, right: str, logits: Logits) -> None:
    reader = load_reader()
    assert reader is not None
    assert reader.read(left, right) == pytest.approx(logits, abs=0.05)
