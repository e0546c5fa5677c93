"""What every test may ask for. Not here: anything that only one folder of tests needs."""

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """Give the folder of reference files that lies beside the repository but is never part of it."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of reference files, ../shared beside the repository, is not here")
    return folder
