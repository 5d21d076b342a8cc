"""No test reaches the network."""

import socket

import pytest
from pytest_socket import SocketBlockedError


def test_a_socket_to_the_network_is_refused() -> None:
    """Opening one fails at once, whoever does it."""
    with pytest.warns(UserWarning, match="tried to use"), pytest.raises(SocketBlockedError):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
