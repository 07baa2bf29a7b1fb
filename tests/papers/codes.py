"""Reading a QR code back from its modules, by the standard (ISO/IEC 18004): masks, zigzag, interleaving, byte mode."""

from collections.abc import Callable, Sequence
from typing import Final

MASKS: Final[tuple[Callable[[int, int], int], ...]] = (
    lambda r, c: (r + c) % 2, lambda r, c: r % 2, lambda r, c: c % 3, lambda r, c: (r + c) % 3,
    lambda r, c: (r // 2 + c // 3) % 2, lambda r, c: r * c % 2 + r * c % 3,
    lambda r, c: (r * c % 2 + r * c % 3) % 2, lambda r, c: ((r + c) % 2 + r * c % 3) % 2,
)  # fmt: skip
BLOCKS_Q = {  # version: lengths of the data blocks at level Q
    1: (13,), 2: (22,), 3: (17, 17), 4: (24, 24), 5: (15, 15, 16, 16), 6: (19, 19, 19, 19),
    7: (14, 14, 15, 15, 15, 15), 8: (18, 18, 18, 18, 19, 19),
}  # fmt: skip
CENTRES = {1: (), 2: (6, 18), 3: (6, 22), 4: (6, 26), 5: (6, 30), 6: (6, 34), 7: (6, 22, 38), 8: (6, 24, 42)}


def read(modules: Sequence[Sequence[int]]) -> str:
    """The text of a code at level Q, versions 1 to 8, in byte mode."""
    size = len(modules)
    version = (size - 17) // 4
    mask = MASKS[((modules[8][2] << 2) | (modules[8][3] << 1) | modules[8][4]) ^ 0b101]
    bits = [modules[r][c] ^ (mask(r, c) == 0) for r, c in _zigzag(size, version)]
    words = [int("".join(map(str, map(int, bits[at : at + 8]))), 2) for at in range(0, len(bits) - 7, 8)]
    data = _joined(words, BLOCKS_Q[version])
    text = "".join(f"{word:08b}" for word in data)
    assert text[:4] == "0100", "not in byte mode"
    length = int(text[4:12], 2)
    return bytes(int(text[12 + 8 * at : 20 + 8 * at], 2) for at in range(length)).decode()


def _zigzag(size: int, version: int) -> list[tuple[int, int]]:
    path, upwards, right = [], True, size - 1
    while right > 0:
        right -= right == 6
        rows = range(size - 1, -1, -1) if upwards else range(size)
        path += [(r, c) for r in rows for c in (right, right - 1) if not _fixed(r, c, size, version)]
        upwards, right = not upwards, right - 2
    return path


def _fixed(r: int, c: int, size: int, version: int) -> bool:
    corner = (r < 9 and c < 9) or (r < 9 and c >= size - 8) or (r >= size - 8 and c < 9)
    about = version >= 7 and ((r < 6 and c >= size - 11) or (c < 6 and r >= size - 11))
    return corner or about or r == 6 or c == 6 or _aligned(r, c, size, version)


def _aligned(r: int, c: int, size: int, version: int) -> bool:
    centres = CENTRES[version]
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    return any(abs(r - y) < 3 and abs(c - x) < 3 for y in centres for x in centres if (y, x) not in corners)


def _joined(words: list[int], lengths: tuple[int, ...]) -> list[int]:
    blocks: list[list[int]] = [[] for _ in lengths]
    rest = iter(words)
    for at in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if at < length:
                block.append(next(rest))
    return [word for block in blocks for word in block]
