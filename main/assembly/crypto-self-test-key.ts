/** A key pair of the self-test alone, published here: it protects nothing. Made once by Node. */
export const SELF_TEST_KEY = {
  kty: 'RSA',
  n:
    '2HU3dKfHW_r0zGcvdwZfRREgeaANwWH2BMfVpOhLFXRIfHFkbwDMySfc206O0Eavw-Srgw_UwOtj2boWfBK4YbhdXQKMbFn4S41i' +
    '6sg-zLy26zhXq-4ycapQCuAkrMkYk6pqg3XHeXqJnRyHFP2onBdGSRKLjv-R0fs1HphjHBrJpTe4a73JK2xMtRd61STU5J5c_BsP' +
    '8-YVwhQEx6QcQErbmbJMJrxAf8RfDOXDHpguZB4EXsoSJMQGZUcnhhrXdLZa3faJCDoyN9yFoEjUmVCQrQ8NxHFNK3q2u1sJWhqt' +
    'lwlSLsnfAXsLbpdro_-tPmrnbca0BqMQFEv7-bMIDw',
  e: 'AQAB',
  d:
    'U20iGZEM0lOwBBQFBD_teiY2uQnKI22JL6CBpFRvk-5EfcoKZooNY748bj4h5v5Hgh3hSNtSKaTP0DvbrKhebjNrsIxp6NzoSN5O' +
    'cKULJ0fYzGHj0H027f4xaW-oUvwSv98fvFkpr5Vd8rLrEVkOolKKIWHHbi7sWd0TRR6AnHS1KA0iKg7sbS-x4s8kvWJQzPtRkErv' +
    'FD9Cx0SIPeulnyXBKi9Ka7Zo-TsKa62mlO468ny5C_Cb8zAh1qjRTaRzynuVkLiz40FCETtraGSjupBqVdZTQo14pYH0sPS1IQMr' +
    'G5osL3vJx2UdYDIKXodEyTgaGLBwT_e4ctVGpUbJkQ',
  p:
    '7p3WNJO02PbUsv0VUVbVSEanGo46bm_1GoNlcYJ__I7BYuTQfIY6ZWiC4q97oOIQSlmt832D3Bo-zq_uou1wp_xF4DZtKGhKEhn8' +
    'fwAj_Oh1O-BxVzdT4xIuiPMDkADrXXpzpvuOgtkUv27q3Iucu0oqZwBVtQcseNs2vbuSVwk',
  q:
    '6Dofuf5F_JRD729-AZjAnQ2SP6AxVQjrU2n8U2o8gMyNl-HoQsp89ruN3eBopClJTvKX6-aZP49Wt8vwr2wVWToyT38a-xe-C47V' +
    'u3yPN-FM9K0me-Qd0V1T5lJTYO0FZLK7WlOISsjZDszp67FojoZZYUEdmFtL0RkuSCjE1Fc',
  dp:
    'bLCAjdpqGhn0sMMPHsnKxO1J2JLIkt10a-tGHfovij8MX5uSS-ZoWyDL3a3JRnMysGtBDRQzJ-LckREaRiSZmCsVORgRiMJYWv5z' +
    'QPYzblQEco29ktik4V26zK7FBKcmjqHkZD9Znsh65ugDGwqNDdKuldRVNexamYJg4PO7qOE',
  dq:
    'TleVbmyOdbga9wJ40tcSW6lBZj-HhPVeViSSIB3dzWG0fsGSVj3zTFVXdbuH8aGP_pcuk0GW_28-xQCC8NsYlKJiaJkro_uNfF6y' +
    'Ue6ibiqOiJiFPBRnzsKaVD__qtorEJ6PP9igSQJa33hXjdCqwjImov2Rm11pRWAmUeeXBz8',
  qi:
    'vyK1_KxziGNu4ElzeBKMrV04FL2X97PV8BV_H-k1zHKrSHZSN6_sDNLH_P1x3y0uF0kSwu8ugFVl1qJ8o9MCtjvXAoLmW640PsUp' +
    '760zrvrtz0FeIIpUmfQ0Dkt2eqk1evuQgjlBmQ2TjJ_MShpXUSwpQlS0U66BSAZWfRMMzhI',
} as const;

/** The text of the self-test, encrypted for that key once (RSAES-PKCS1-v1_5, RFC 8017 7.2). */
export const SELF_TEST_SEALED =
  '1d1r6IMGIyn7w0AOWQdAzVr8l2EjOAywNf8c7VyYrPZCpX0ESzMxhVHnhvuJgX_mQzIjTHGxM69Xk54JF5o_wWFp3-BtirkcSROL' +
  'gf46qbuF-sFyT_l0hS7cci24ImUrXKVnTatmai99qP1mvqZyQ05gOMcauT-iVwHIQkIMA8TzbhakXXQ-XAeRvJc-292PtPA-YSL1' +
  'zRYviJhjR75toe5i5qDgPDAbehRTlWhgBk384koySOyNw15yUsFW3N78eGXuSLoOduSYk34m09dMrSPn_w_S07oVfMw0Xy42aAqk' +
  '_ZmLj9lHcNJUfClX1k7y_P6RRVxoqd9qznl1D5GUCA';
