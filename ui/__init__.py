"""The faces: the `calf` command and the Streamlit page. No facts and no SPARQL live here."""
