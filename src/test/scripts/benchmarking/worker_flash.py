"""flash-radiomics, which stores every result in an HDF5 file; its cache of prepared images is emptied each time."""
import importlib.metadata
import logging
import os
import tempfile

import protocol

THREADS = os.environ.get("BENCHMARK_THREADS", "1")
protocol.limit_threads(THREADS)

import SimpleITK as sitk
from flash_radiomics import RadiomicsFeatureExtractor

logging.disable(logging.CRITICAL)


def task(kind, image, mask, label, parameters, families):
    if kind != "extract":
        raise ValueError("maps are not compared")
    pair = sitk.ReadImage(image), sitk.ReadImage(mask)
    extractor = RadiomicsFeatureExtractor(backend="cpu", num_threads=int(THREADS), binWidth=25, label=label)
    if families != "all":
        extractor.enabledFeatures = {f: [] for f in families.split(",")}
    store = os.path.join(tempfile.mkdtemp(), "result.h5")

    def work():
        extractor._preprocess_cache.clear()
        extractor._preprocess_cache_order.clear()
        extractor._discretization_cache.clear()
        result = extractor.execute(*pair, output_hdf5_path=store)
        return {k: v for k, v in result.items() if not k.startswith("diagnostics")}
    return work


if __name__ == "__main__":
    protocol.serve(task, importlib.metadata.version("flash-radiomics"))
