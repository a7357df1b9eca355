"""RadiomicsJ through its Python package: the families that PyRadiomics has, bin width 25."""
import importlib.metadata
import os
import tempfile

import protocol

THREADS = os.environ.get("BENCHMARK_THREADS", "1")
protocol.limit_threads(THREADS)
os.environ["JAVA_TOOL_OPTIONS"] = "-XX:ActiveProcessorCount=" + THREADS

import SimpleITK as sitk
from radiomicsj.core import RadiomicsJExtractor

ON = {"shape": "Morphological", "firstorder": "IntensityBasedStatistics", "glcm": "GLCM", "glrlm": "GLRLM",
      "glszm": "GLSZM", "gldm": "NGLDM", "ngtdm": "NGTDM"}
OFF = ["OperationalInfo", "Diagnostics", "LocalIntensityFeatures", "IntensityHistogram", "IntensityVolumeHistogram",
       "Shape2D", "GLDZM", "Fractal", "Homological"]


def settings(families):
    chosen = ON if families == "all" else families.split(",")
    lines = ["INT_label=1", "BOOL_USE_FixedBinNumber=0", "DOUBLE_binWidth=25", "BOOL_force2D=0", "INT_alpha=0",
             "INT_deltaGLCM=1", "INT_deltaNGTDM=1", "INT_deltaNGLDM=1", "BOOL_USE_GPU=0", "BOOL_removeOutliers=0"]
    lines += ["BOOL_enable%s=%d" % (name, family in chosen) for family, name in ON.items()]
    lines += ["BOOL_enable%s=0" % name for name in OFF]
    path = os.path.join(tempfile.mkdtemp(), "settings.properties")
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    return path


def number(value):
    try:
        return float(value)
    except (TypeError, ValueError):
        return float("nan")


def task(kind, image, mask, label, parameters, families):
    if kind != "extract":
        raise ValueError("no maps")
    volume = sitk.ReadImage(image)
    values = sitk.GetArrayFromImage(volume)
    roi = (sitk.GetArrayFromImage(sitk.ReadImage(mask)) == label).astype("float32")
    extractor = RadiomicsJExtractor(settings(families), use_gpu=False)
    pair = [extractor._numpy_to_imageplus(a, volume.GetSpacing(), title) for a, title in ((values, "image"), (roi, "mask"))]

    def work():
        table = extractor.execute(*pair)
        return {k: number(v) for k, v in table.iloc[0].items()} if len(table) else {}
    return work


if __name__ == "__main__":
    protocol.serve(task, importlib.metadata.version("radiomicsj"))
