"""Sealing with a shared key (AES-256-GCM) and to a person's public key (X25519), and the keys derived for
it.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from cims_desktop.security.encoding import Json, Record, to_text
from cims_desktop.security.key_derivation import KEY_BYTES

NONCE_BYTES = 12
_TAG_BYTES = 16


class CannotUnseal(Exception):
    """Wrong key, other associated data, or changed bytes: which of them can't be told."""


@dataclass(frozen=True)
class KeyPair:
    """An X25519 key pair, each half 32 raw bytes."""

    private: bytes
    public: bytes

    def __repr__(self) -> str:
        return f"KeyPair(public={self.public.hex()})"


@dataclass(frozen=True)
class Box:
    """A secret sealed to one public key: the sender's one-time public key and the sealed bytes."""

    ephemeral: bytes
    sealed: bytes

    def as_json(self) -> Json:
        """The form that stands in the key file."""
        return {"ephemeral": to_text(self.ephemeral), "sealed": to_text(self.sealed)}


def box_from(value: object) -> Box:
    """The box written by `Box.as_json`; OfficeFault("key_file_damaged") if it is none."""
    record = Record(value, ("ephemeral", "sealed"))
    return Box(record.data("ephemeral", KEY_BYTES), record.data("sealed"))


def seal(key: bytes, plaintext: bytes, associated: bytes) -> bytes:
    """Nonce, ciphertext and tag under a 32-byte `key`, bound to `associated`.

    The nonce is random: fine for the few seals that one key ever makes here (2**32 is the limit).
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(_checked(key)).encrypt(nonce, plaintext, associated)


def unseal(key: bytes, sealed: bytes, associated: bytes) -> bytes:
    """The plaintext of `seal`; raises CannotUnseal."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(sealed) < NONCE_BYTES + _TAG_BYTES:
        raise CannotUnseal
    try:
        return AESGCM(_checked(key)).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], associated)
    except InvalidTag:
        raise CannotUnseal from None


def box(public: bytes, plaintext: bytes, associated: bytes, sender: KeyPair | None = None) -> Box:
    """`plaintext` for the holder of `public`'s private half only (one-time X25519 → HKDF → AES-256-GCM).

    With a `sender`, whose public half the reader knows, the box also proves who made it: that sender or the reader.
    """
    sender = sender or new_key_pair()
    return Box(
        sender.public, seal(_shared(sender.private, public, sender.public, public), plaintext, associated)
    )


def unbox(pair: KeyPair, boxed: Box, associated: bytes) -> bytes:
    """The plaintext of `box`; raises CannotUnseal."""
    try:
        key = _shared(pair.private, boxed.ephemeral, boxed.ephemeral, pair.public)
    except ValueError:  # a public key of low order gives an all-zero secret
        raise CannotUnseal from None
    return unseal(key, boxed.sealed, associated)


def new_key_pair() -> KeyPair:
    """A fresh X25519 pair."""
    return key_pair(secrets.token_bytes(KEY_BYTES))


def key_pair(private: bytes) -> KeyPair:
    """The pair of a private half."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return KeyPair(private, X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw())


def subkey(key: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """A 32-byte key for one purpose (HKDF-SHA-256), so that no key does two jobs."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt, purpose.encode()).derive(key)


def mac(key: bytes, data: bytes) -> bytes:
    """HMAC-SHA-256."""
    return hmac.digest(key, data, "sha256")


def same(left: bytes, right: bytes) -> bool:
    """Equality in constant time."""
    return hmac.compare_digest(left, right)


def _shared(private: bytes, other: bytes, sender: bytes, receiver: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    secret = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(other))
    return subkey(secret, "cims box", sender + receiver)


def _checked(key: bytes) -> bytes:
    if len(key) != KEY_BYTES:
        raise ValueError("a sealing key has 32 bytes")
    return key
