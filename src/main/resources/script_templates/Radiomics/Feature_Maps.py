#@ ImagePlus image
#@ String (label = "PyRadiomics parameter file, empty for its defaults", value = "", style = "file", persist = false, required = false) params
#@ CommandService command

# Computes maps of features: each voxel of the ROI gets the feature of its neighbourhood. The ROI is what is outlined on a
# stack: in the ROI Manager, in the stack's overlay, or by the selection. Research use only.
#
# The command is called by its name as text: "from io.github... import" would look into Python's own module io.

result = command.run("io.github.radiomicsnomogram.fiji.command.FeatureMaps", True, {
    "image": image,            # an ImagePlus, open or not
    "roi_source": "auto",      # or mask, file, manager, overlay, active
    "mask": "none",            # title or file of a label image, with "label": "1"
    "params": params,
    # These win over the parameter file; "" or "auto" leave it alone. Extract_Features.py has the others.
    "features": "" if params else "glcm_Correlation,firstorder_Entropy",
    "kernel_radius": "",       # voxels, 1 by default
    "masked_kernel": "auto",   # or true, false
    "init_value": "",          # outside the ROI, 0 by default; nan is one
    "grid": "image",           # or cropped: the ROI's box, as PyRadiomics writes it
    "overlay": False,          # the first map over the image
    "folder": "",              # for NRRD files in double precision, instead of windows
}).get()

if result.isCanceled():
    raise ValueError(result.getCancelReason())

maps = result.getOutput("maps")    # ImagePlus, 32 bits
table = result.getOutput("table")  # unit, range, voxels without a value
for i, one in enumerate(maps):
    print("%s: %s to %s %s" % (one.getTitle(), table.getValue("Minimum", i), table.getValue("Maximum", i),
                               table.getStringValue("Unit", i)))
for warning in result.getOutput("warnings"):
    print("Warning: %s" % warning)
