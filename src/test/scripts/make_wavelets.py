"""Write the filters of PyWavelets' discrete wavelets, in decimals that read back bit for bit.

usage: make_wavelets.py ../../main/resources/io/github/radiomicsnomogram/filter/wavelets.txt   (with PyWavelets 1.6.0)

One line a filter: wavelet, kind, coefficients.
low    the decomposition's low pass
dual   the reconstruction's low pass, where it isn't low backwards
low32  low in single precision, where it isn't low rounded
The rest follows from these, which is checked here: the decomposition's high pass is dual with every other sign turned,
the first one negative; rbioN.M is biorN.M with its two low passes swapped and turned round; haar is db1.
"""
import sys

import numpy as np
import pywt


def single(wavelet):
    """The low and the high pass that PyWavelets works with in single precision: its answer to an impulse."""
    taps = wavelet.dec_len
    impulse = np.zeros(2 * taps + 2, np.float32)
    impulse[0] = 1
    low, high = pywt.swt(impulse, wavelet, level=1)[0]
    return np.roll(low, taps // 2)[:taps], np.roll(high, taps // 2)[:taps]


def same(a, b):
    return np.array_equal(np.asarray(a), np.asarray(b))


with open(sys.argv[1], "w", newline="\n") as f:
    f.write("# Filters of PyWavelets %s, written by make_wavelets.py\n" % pywt.__version__)
    for name in pywt.wavelist(kind="discrete"):
        wavelet = pywt.Wavelet(name)
        low, dual = np.array(wavelet.dec_lo), np.array(wavelet.rec_lo)
        signs = np.tile([-1.0, 1.0], len(low) // 2)
        low32, high32 = single(wavelet)
        assert same(wavelet.dec_hi, signs * dual), name
        if name == "haar":
            assert same(low, pywt.Wavelet("db1").dec_lo)
            continue
        if name.startswith("rbio"):
            forward = pywt.Wavelet("bior" + name[4:])
            assert same(low, forward.rec_lo[::-1]) and same(dual, forward.dec_lo[::-1]), name
            assert same(low32, low.astype(np.float32)) and same(high32, (signs * dual).astype(np.float32)), name
            continue
        rows = [("low", low)]
        if not same(dual, low[::-1]):
            rows.append(("dual", dual))
        if not same(low32, low.astype(np.float32)):
            rows.append(("low32", low32))
            assert same(high32, signs.astype(np.float32) * low32[::-1]), name
        else:
            assert same(high32, (signs * dual).astype(np.float32)), name
        for kind, values in rows:
            f.write("%s %s %s\n" % (name, kind, " ".join(repr(v.item()) if kind != "low32" else str(v) for v in values)))
