"""pictologics: fixed bin size from the edge that PyRadiomics starts at; its default families, which are more than ours."""
import os

import protocol

protocol.limit_threads(os.environ.get("BENCHMARK_THREADS", "1"))

import numpy as np
import pictologics

WIDTH = 25
FAMILIES = {"shape": "morphology", "firstorder": "intensity", "glcm": "texture_glcm", "glrlm": "texture_glrlm",
            "glszm": "texture_glszm", "gldm": "texture_ngldm", "ngtdm": "texture_ngtdm"}


def task(kind, image, mask, label, parameters, families):
    if kind != "extract":
        raise ValueError("no maps")
    volume, labels = pictologics.load_image(image), pictologics.load_image(mask)
    lowest = float(np.floor(volume.array[labels.array == label].min() / WIDTH) * WIDTH)
    chosen = (["intensity", "morphology", "texture", "histogram", "ivh"] if families == "all" else
              [FAMILIES[f] for f in families.split(",")])
    pipeline = pictologics.RadiomicsPipeline()
    pipeline.add_config("benchmark", [
        {"step": "discretise", "params": {"method": "FBS", "bin_width": WIDTH, "min_val": lowest}},
        {"step": "extract_features", "params": {"families": chosen}}])
    return lambda: dict(pipeline.run(volume, labels, config_names=["benchmark"])["benchmark"])


if __name__ == "__main__":
    protocol.serve(task, pictologics.__version__)
