#@ ImagePlus image
#@ String (label = "PyRadiomics parameter file, empty for its defaults", value = "", style = "file", persist = false, required = false) params
#@ CommandService command
#@output table

# Extracts PyRadiomics' features of what is outlined on a stack: in the ROI Manager, in the stack's overlay, or by the
# selection. Research use only.
#
# The command is called by its name as text: "from io.github... import" would look into Python's own module io.

result = command.run("io.github.radiomicsnomogram.fiji.command.ExtractFeatures", True, {
    "image": image,          # an ImagePlus, open or not
    "roi_source": "auto",    # or mask, file, manager, overlay, active
    "mask": "none",          # title or file of a label image, with "label": "1", "1,2,5" or "all"
    "roi_file": "",          # a .roi or .zip file
    "params": params,
    # These win over the parameter file; "" or "auto" leave it alone.
    "bin_width": "", "bin_count": "", "spacing": "", "interpolator": "auto", "normalize": "auto", "force2d": "auto",
    "image_types": "",       # Original,LoG,Wavelet
    "sigma": "",             # 1,3,5
    "wavelet": "",           # haar
    "features": "",          # firstorder,glcm_Correlation
    "settings": "",          # any others of PyRadiomics: normalizeScale:100 distances:1,2
    "diagnostics": False,
    "layout": "rows",        # or columns
    "csv": "",               # a file to write, with every digit
}).get()

if result.isCanceled():
    raise ValueError(result.getCancelReason())

# An ImageJ table with PyRadiomics' columns, a row for each ROI.
table = result.getOutput("table")
for warning in result.getOutput("warnings"):
    print("Warning: %s" % warning)

# Everything there is to know of each value:
for extraction in result.getOutput("extractions"):
    for entry in list(extraction.entries())[:5]:
        print("%s = %r (%s)" % (entry.column(), entry.value().value(), entry.feature().formula()))
