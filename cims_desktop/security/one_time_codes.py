"""The second factor: one-time codes of an authenticator app (TOTP, RFC 6238), and codes for whoever lost it.

It keeps out somebody who has seen the password typed. It does not protect a stolen file from guessing: the secret
stands in the slot's sealed part, which the password alone opens.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import secrets
import unicodedata
from datetime import datetime
from typing import Final, Literal

from cims_desktop.security.recovery_codes import new_short_code, plain_short_code

STEP_SECONDS: Final = 30
DIGITS: Final = 6
_WINDOW: Final = 1
"""Steps by which a telephone's clock may be off, either way."""

_SECRET_BYTES: Final = 20
_RECOVERY_CODES: Final = 10
_ISSUER: Final = "CIMS Desktop"
Hash = Literal["sha1", "sha256", "sha512"]


def new_secret() -> bytes:
    """A fresh secret of 160 bits."""
    return secrets.token_bytes(_SECRET_BYTES)


def secret_text(secret: bytes) -> str:
    """The secret as authenticator apps take it from the keyboard (base 32)."""
    return base64.b32encode(secret).decode("ascii").rstrip("=")


def one_time_code(secret: bytes, step: int, digits: int = DIGITS, digest: Hash = "sha1") -> str:
    """The code of one step, which is the count of half minutes since 1970."""
    import pyotp

    return pyotp.TOTP(secret_text(secret), digits=digits, digest=getattr(hashlib, digest)).generate_otp(step)


def matching_step(secret: bytes, typed: str, at: datetime) -> int | None:
    """The step whose code was typed, at most one before or after the one of `at`; None for a wrong code."""
    code = "".join(unicodedata.normalize("NFKC", typed).split())
    if len(code) != DIGITS or not (code.isascii() and code.isdecimal()):
        return None
    now = int(at.timestamp()) // STEP_SECONDS
    found = None
    for step in range(max(now - _WINDOW, 0), now + _WINDOW + 1):
        if hmac.compare_digest(one_time_code(secret, step), code):
            found = step
    return found


def enrolment_uri(secret: bytes, account: str, office: str) -> str:
    """What the QR code says to an authenticator app."""
    import pyotp

    return pyotp.TOTP(secret_text(secret)).provisioning_uri(name=f"{account} ({office})", issuer_name=_ISSUER)


def qr_svg(text: str) -> str:
    """A QR code as SVG, black on white with its quiet zone."""
    import segno

    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", scale=4, border=4, dark="#000000", light="#ffffff", xmldecl=False
    )
    return out.getvalue().decode("utf-8")


def new_recovery_codes() -> tuple[str, ...]:
    """Ten codes that are good for one sign-in each without the telephone."""
    return tuple(new_short_code() for _ in range(_RECOVERY_CODES))


def recovery_digest(code: str) -> bytes:
    """What the slot keeps of a recovery code. Each has 50 random bits and lies under the password's seal."""
    return hashlib.sha256(b"cims second factor\0" + plain_short_code(code).encode()).digest()


def spent_digest(digests: tuple[bytes, ...], typed: str) -> bytes | None:
    """The digest among `digests` of the recovery code that was typed, None for a wrong one."""
    wanted = recovery_digest(typed)
    found = [digest for digest in digests if hmac.compare_digest(digest, wanted)]
    return found[0] if found else None
