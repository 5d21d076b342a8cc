"""Time stamps from an authority (RFC 3161): the one thing that is ever asked of the network."""

from __future__ import annotations

from asyncio import to_thread
from urllib.error import URLError
from urllib.request import Request, urlopen

from asn1crypto.tsp import TimeStampReq, TimeStampResp
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

_SECONDS = 20
_MOST = 1_000_000
_QUERY = "application/timestamp-query"
_REPLY = "application/timestamp-reply"
SCHEMES = ("https://", "http://")


class Authority(TimeStamper):
    """An authority, by its address; it sees the hash of a signature, and nothing of the letter."""

    def __init__(self, address: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # has none
        self._address = address

    async def async_request_tsa_response(self, req: TimeStampReq) -> TimeStampResp:
        """Return the answer of the authority; raise TimestampRequestError."""
        return TimeStampResp.load(await to_thread(self._answer, req.dump()))

    def _answer(self, query: bytes) -> bytes:
        """Return the bytes that the authority answers."""
        if not self._address.startswith(SCHEMES):
            raise TimestampRequestError
        asked = Request(self._address, query, {"Content-Type": _QUERY})  # noqa: S310 (seen above)
        try:
            with urlopen(asked, timeout=_SECONDS) as answer:  # noqa: S310 (as above)
                if answer.headers.get_content_type() != _REPLY:
                    raise TimestampRequestError
                return bytes(answer.read(_MOST))
        except (URLError, TimeoutError) as error:
            raise TimestampRequestError from error
