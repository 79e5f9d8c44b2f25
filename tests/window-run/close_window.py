#!/usr/bin/env python3
"""Asks a window to close, as the cross in its corner does: WM_DELETE_WINDOW, sent to the X window
whose number is given. Needs no window manager and nothing but libX11."""

import ctypes
import sys

x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
x.XInternAtom.restype = ctypes.c_ulong
x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]


class ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room_for_the_largest_event", ctypes.c_long * 24),
    ]


display = x.XOpenDisplay(None)
if not display:
    sys.exit("There is no display.")
window = int(sys.argv[1], 0)
message = ClientMessage()
message.type = 33  # ClientMessage
message.display = display
message.window = window
message.message_type = x.XInternAtom(display, b"WM_PROTOCOLS", 0)
message.format = 32
message.data[0] = x.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
x.XSendEvent.argtypes = [
    ctypes.c_void_p,
    ctypes.c_ulong,
    ctypes.c_int,
    ctypes.c_long,
    ctypes.c_void_p,
]
x.XSendEvent(display, window, 0, 0, ctypes.byref(message))
x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
x.XSync(display, 0)
