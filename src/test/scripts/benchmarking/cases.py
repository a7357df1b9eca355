"""Makes the files that all programs read: real CTs as they are and resampled, and synthetic ROIs of any size."""
import os
import sys

import numpy as np
import SimpleITK as sitk

LARGE = 1e6
TIFF_READER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "..", "test-images")


def make(data, folder, wanted):
    """
    :param data: folder with sts019_ct, sts001_ct and sts005_ct, each with image.nrrd and mask.nrrd; "" for none
    :param folder: to write to; what is there stays
    :param wanted: names by comma: small, medium, large, part, synthetic-N
    :return: for each name that could be made: image, mask, voxels of the ROI and of its box
    """
    made = {}
    for name in wanted.split(","):
        image, mask = (os.path.join(folder, name + "-" + part + ".nrrd") for part in ("image", "mask"))
        if not os.path.exists(mask):
            pair = synthetic(int(float(name.split("-")[1]))) if name.startswith("synthetic") else real(name, data)
            if pair is None:
                continue
            sitk.WriteImage(pair[0], image, False)
            sitk.WriteImage(pair[1], mask, True)
        inside = np.argwhere(sitk.GetArrayFromImage(sitk.ReadImage(mask)) == 1)
        box = np.prod(inside.max(axis=0) - inside.min(axis=0) + 1)
        made[name] = {"image": image, "mask": mask, "voxels": len(inside), "box": int(box)}
    return made


def real(name, data):
    case = {"small": "sts019_ct", "part": "sts019_ct", "medium": "sts001_ct", "large": "sts005_ct"}.get(name, name)
    files = [os.path.join(data, case, part + ".nrrd") for part in ("image", "mask")]
    if not data or not all(os.path.exists(f) for f in files):
        return None
    image, mask = (sitk.ReadImage(f) for f in files)
    mask = sitk.Cast(mask == 1, sitk.sitkUInt8)
    if name == "large":
        return resampled(image, mask)
    return (image, part(image, mask, 1000)) if name == "part" else (image, mask)


def resampled(image, mask):
    """Both on cubic voxels so small that the ROI has about a million."""
    volume = np.prod(image.GetSpacing()) * np.count_nonzero(sitk.GetArrayViewFromImage(mask))
    spacing = float(volume / LARGE) ** (1 / 3)
    size = [int(n * s / spacing) for n, s in zip(image.GetSize(), image.GetSpacing())]
    grid = (size, sitk.Transform(3, sitk.sitkIdentity))
    rest = (image.GetOrigin(), [spacing] * 3, image.GetDirection())
    return (sitk.Resample(image, *grid, sitk.sitkBSpline, *rest, 0, sitk.sitkFloat32),
            sitk.Resample(mask, *grid, sitk.sitkNearestNeighbor, *rest, 0, sitk.sitkUInt8))


def part(image, mask, voxels):
    """The stretch of a ROI's voxels with the widest range of values, for maps: their cost grows with the grey levels."""
    roi = sitk.GetArrayFromImage(mask)
    inside = np.flatnonzero(roi)
    values = sitk.GetArrayFromImage(image).ravel()[inside]
    starts = range(0, max(1, len(inside) - voxels), max(1, voxels // 20))
    first = max(starts, key=lambda s: np.ptp(values[s:s + voxels]))
    few = np.zeros_like(roi)
    few[np.unravel_index(inside[first:first + voxels], few.shape)] = 1
    out = sitk.GetImageFromArray(few)
    out.CopyInformation(mask)
    return out


def synthetic(voxels):
    """A ball with a wavy surface in an image like soft tissue: smooth structures and noise, in HU."""
    random = np.random.default_rng(2026)
    radius = (3 * voxels / (4 * np.pi)) ** (1 / 3)
    n = int(2 * radius * 1.15) + 8
    noise = sitk.GetImageFromArray(random.standard_normal((n, n, n), dtype=np.float32))
    smooth = sitk.GetArrayFromImage(sitk.SmoothingRecursiveGaussian(noise, 3.0))
    values = smooth * np.float32(60 / smooth.std()) + sitk.GetArrayViewFromImage(noise) * np.float32(15) + np.float32(40)
    z, y, x = np.ogrid[:n, :n, :n]
    z, y, x = ((a - (n - 1) / 2).astype(np.float32) for a in (z, y, x))
    waves = 1 + 0.05 * np.sin(8 * np.arctan2(y, x)) * np.cos(6 * z / np.float32(radius))
    roi = (x * x + y * y + z * z <= (np.float32(radius) * waves) ** 2).astype(np.uint8)
    pair = [sitk.GetImageFromArray(a) for a in (np.rint(values).astype(np.float32), roi)]
    for image in pair:
        image.SetSpacing((0.9765625, 0.9765625, 0.9765625))
    return tuple(pair)


def image_of(path):
    if not path.endswith((".tif", ".tiff")):
        return sitk.ReadImage(path)
    sys.path.insert(0, TIFF_READER)
    from make_expected import read
    return read(os.path.abspath(path))


def of_files(image, mask, label, voxels, folder):
    """Writes NRRD files that both programs read: image, mask, its largest slice, and a part of its middle for maps."""
    volume, labels = image_of(image), image_of(mask)
    roi = sitk.GetArrayFromImage(labels) == label
    largest = np.zeros_like(roi)
    z = roi.sum(axis=(1, 2)).argmax()
    largest[z] = roi[z]
    inside = np.flatnonzero(roi)
    first = max(0, (len(inside) - voxels) // 2)
    part = np.zeros_like(roi)
    part[np.unravel_index(inside[first:first + voxels], part.shape)] = True
    paths = {"image": os.path.join(folder, "image.nrrd")}
    sitk.WriteImage(volume, paths["image"])
    for name, array in (("mask", roi), ("slice", largest), ("part", part)):
        out = sitk.GetImageFromArray(array.astype("uint8"))
        out.CopyInformation(labels)
        paths[name] = os.path.join(folder, name + ".nrrd")
        sitk.WriteImage(out, paths[name])
    return paths
