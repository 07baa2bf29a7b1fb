"""Sample registries for the demo and the tests: invented people, real territories."""

from pathlib import Path
from typing import Final

ZHYTOMYR: Final = Path(__file__).parent / "zhytomyr"
"""A folder of CSV for `import registry`: the whole Zhytomyr oblast, built by `build.py`."""
