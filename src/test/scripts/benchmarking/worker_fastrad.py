"""fastrad on the processor."""
import importlib.metadata
import os
import warnings

import protocol

THREADS = os.environ.get("BENCHMARK_THREADS", "1")
protocol.limit_threads(THREADS)
warnings.simplefilter("ignore")

import SimpleITK as sitk
import torch
from fastrad import FeatureExtractor, FeatureSettings, Mask, MedicalImage

torch.set_num_threads(int(THREADS))
FAMILIES = ["shape", "firstorder", "glcm", "glrlm", "glszm", "gldm", "ngtdm"]


def task(kind, image, mask, label, parameters, families):
    if kind != "extract":
        raise ValueError("maps are not compared")
    volume = sitk.ReadImage(image)
    spacing = tuple(reversed(volume.GetSpacing()))
    values = torch.from_numpy(sitk.GetArrayFromImage(volume).astype("float32"))
    roi = torch.from_numpy((sitk.GetArrayFromImage(sitk.ReadImage(mask)) == label).astype("float32"))
    chosen = FAMILIES if families == "all" else families.split(",")
    extractor = FeatureExtractor(FeatureSettings(feature_classes=chosen, bin_width=25.0, device="cpu"))
    pair = MedicalImage(values, spacing), Mask(roi, spacing)
    return lambda: extractor.extract(*pair)


if __name__ == "__main__":
    protocol.serve(task, importlib.metadata.version("fastrad"))
